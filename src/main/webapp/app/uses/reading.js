/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { addressOf } from '../models/address.js';
import { SMALL } from '../models/room-state.js';

/** Marks are gathered for so long before they are told: reading down a page is one mark, not fifty. */
const GATHER_MS = 400;
/** How often a room is asked for anew because its feed has brought more while the answer was on its way. */
const TRIES = 3;

/** Tells the server what has arrived and what has been read; it tells one's other tabs. */
export class Reading {
  /** @type {Map<string, {mark_read?: number, mark_delivered?: number}>} */
  #marks = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {number} seq the last message that was on the screen
   */
  read(state, seq) {
    const before = state.readSeq;
    if (!state.room.membership || state.keptUnread || (seq <= before && !state.room.membership.unreadFrom)) return;
    state.read(seq);
    this.#mark(state, 'mark_read', Math.max(seq, before));
  }

  /** @param {RoomState | undefined} state one whose feed has brought something */
  delivered(state) {
    const membership = state?.room.membership;
    if (!state || !membership || state.numbers.upTo <= membership.deliveredSeq) return;
    membership.deliveredSeq = state.numbers.upTo;
    this.#mark(state, 'mark_delivered', state.numbers.upTo);
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [id, marks] of this.#marks) {
      const { mark_read: read = 0, mark_delivered: delivered = 0 } = marks;
      const line = this.chat.line(id);
      const sent = (!read || line.send({ type: 'mark_read', ...addressOf(id), seq: read })) &&
        (delivered <= read || line.send({ type: 'mark_delivered', ...addressOf(id), seq: delivered }));
      if (sent) this.#marks.delete(id);
    }
  }

  /**
   * @param {RoomState} state
   * @param {number} seq from here on it shall be unread again; it stays so until the reader has left and come back
   */
  async unread(state, seq) {
    const { keptUnread } = state;
    state.keptUnread = true;
    try {
      await this.#settled(state.id);
      await this.chat.session.call('PUT', `${state.path}/unread`, { body: { seq } });
    } catch (error) {
      state.keptUnread = keptUnread;
      throw error;
    }
    state.markUnread(seq);
  }

  /**
   * Who has read how far, of a room small enough that its members tell each other.
   * @param {RoomState} state
   */
  async learn(state) {
    if (state.room.memberCount > SMALL) return;
    const page = await this.chat.entering.members(state).catch(() => null);
    if (page) state.meet(page);
  }

  /** @param {RoomState} state of which another device has changed what only the server knows */
  async ask(state) {
    for (let tries = 0, current = false; !current && tries < TRIES; tries += 1) {
      const room = await this.chat.session.call('GET', state.path).catch(() => null);
      if (!room) return;
      current = state.refresh(room);
    }
    this.delivered(state);
  }

  /**
   * Waits until the server has heard the marks that were told before: what is asked by REST may overtake them.
   * @param {string} id
   */
  async #settled(id) {
    this.flush();
    await this.chat.line(id).request({ type: 'ping' }).catch(() => undefined);
  }

  /**
   * @param {RoomState} state
   * @param {'mark_read' | 'mark_delivered'} type
   * @param {number} seq
   */
  #mark(state, type, seq) {
    this.#marks.set(state.id, { ...this.#marks.get(state.id), [type]: seq });
    this.#timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }
}

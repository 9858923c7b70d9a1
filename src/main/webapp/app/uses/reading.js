/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { addressOf } from '../models/address.js';
import { SMALL } from '../models/room-state.js';

/** Marks are collected for this time before they are sent. Reading down a page sends one mark, not fifty. */
const GATHER_MS = 400;
const MARKS_AT_ONCE = 100;
const PAUSE_MS = 2000;
/** How often a room is loaded again because its feed was ahead of the answer. */
const TRIES = 3;

/** Tells the server which messages have arrived and which are read. The server tells the user's other tabs. */
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
   * @param {number} seq the number of the last message on the screen
   */
  read(state, seq) {
    const before = state.readSeq;
    if (!state.room.membership || state.keptUnread || (seq <= before && !state.room.membership.unreadFrom)) return;
    state.read(seq);
    this.#mark(state, 'mark_read', Math.max(seq, before));
  }

  /** @param {RoomState | undefined} state whose feed has brought a message */
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
   * @param {number} seq the first message to mark unread. The open room stays unread until the user leaves and comes back
   */
  async unread(state, seq) {
    const { keptUnread } = state;
    state.keptUnread = state.open;
    try {
      await this.#settled(state.id);
      await this.chat.session.call('PUT', `${state.path}/unread`, { body: { seq } });
    } catch (error) {
      state.keptUnread = keptUnread;
      throw error;
    }
    state.markUnread(seq);
  }

  /** What the user has not read, in rooms and conversations. */
  get waiting() {
    return this.chat.all.filter(({ unread }) => unread > 0);
  }

  /**
   * Marks everything as read, in some steps if it is very much: the server limits the frames of a socket.
   * @returns {Promise<{state: RoomState, from: number}[]>} the first unread number of each room before that
   */
  async all() {
    const { waiting } = this;
    const before = waiting.map((state) => ({ state, from: state.unreadAfter + 1 }));
    for (let from = 0; from < waiting.length; from += MARKS_AT_ONCE) {
      if (from) await pause();
      for (const state of waiting.slice(from, from + MARKS_AT_ONCE)) {
        state.keptUnread = false;
        this.read(state, state.room.head);
      }
      this.flush();
    }
    return before;
  }

  /**
   * Marks rooms as unread again. The others still see that the user has read them.
   * @param {{state: RoomState, from: number}[]} before
   * @throws {import('../lib/problem.js').Problem} if it failed for one of them
   */
  async back(before) {
    /** @type {unknown} */
    let failure;
    for (const [at, { state, from }] of before.entries()) {
      if (at && at % MARKS_AT_ONCE === 0) await pause();
      await this.unread(state, from).catch((error) => (failure = error));
    }
    if (failure) throw failure;
  }

  /**
   * Loads the other members' marks, in a room small enough that members get each other's marks.
   * @param {RoomState} state
   */
  async learn(state) {
    if (state.room.memberCount > SMALL) return;
    const page = await this.chat.entering.members(state).catch(() => null);
    if (page) state.meet(page);
  }

  /** @param {RoomState} state whose unread count was changed in a way that only the server knows */
  async ask(state) {
    for (let tries = 0, current = false; !current && tries < TRIES; tries += 1) {
      const room = await this.chat.session.call('GET', state.path).catch(() => null);
      if (!room) return;
      current = state.refresh(room);
    }
    this.delivered(state);
  }

  /**
   * Waits until the server has the earlier marks. A REST request could overtake them.
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

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

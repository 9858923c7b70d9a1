/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */

/** Marks are gathered for so long before they are told: reading down a page is one mark, not fifty. */
const GATHER_MS = 400;

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
    if (!state.room.membership || (seq <= before && !state.room.membership.unreadFrom)) return;
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
    for (const [room, marks] of this.#marks) {
      const { mark_read: read = 0, mark_delivered: delivered = 0 } = marks;
      const sent = (!read || this.chat.connection.send({ type: 'mark_read', room, seq: read })) &&
        (delivered <= read || this.chat.connection.send({ type: 'mark_delivered', room, seq: delivered }));
      if (sent) this.#marks.delete(room);
    }
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

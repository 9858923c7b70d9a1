/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { Problem } from '../lib/problem.js';
import { writingIn } from './writing.js';

/** Reactions of the user. A wish shows at once. For each message and emoji one request at a time is on its way. */
export class Reacting {
  /** @type {Set<string>} */
  #busy = new Set();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state of a room or conversation
   * @param {number} seq the number of the message
   * @param {string} emoji
   * @param {boolean} wanted false takes the reaction back
   * @returns {Promise<void>} at once, if a request is on its way: that one ends with the last wish
   * @throws {Problem} if it was refused, or without a connection; then the message is as it was
   */
  async react(state, seq, emoji, wanted) {
    if (this.chat.line(state.id).phase !== 'open') throw new Problem({ code: 'unreachable', detail: 'offline' });
    const { timeline } = state;
    const key = `${state.id} ${seq} ${emoji}`;
    timeline.own.wish(seq, emoji, wanted);
    timeline.changed();
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    try {
      await this.#send(state, seq, emoji);
    } catch (error) {
      timeline.own.drop(seq, emoji);
      throw error;
    } finally {
      this.#busy.delete(key);
      timeline.changed();
    }
  }

  /**
   * @param {RoomState} state
   * @param {number} seq
   * @param {string} emoji
   */
  async #send(state, seq, emoji) {
    const { path, timeline: { own } } = state;
    const address = `${path}/messages/${seq}/reactions/${encodeURIComponent(emoji)}`;
    let sent;
    for (let wanted = own.wanted(seq, emoji); wanted !== undefined && wanted !== sent; wanted = own.wanted(seq, emoji)) {
      // Blocked people may take reactions back, so that says nothing.
      if (wanted) await writingIn(state, () => this.chat.session.call('PUT', address));
      else await this.chat.session.call('DELETE', address);
      sent = wanted;
    }
    own.stored(seq, emoji);
  }
}

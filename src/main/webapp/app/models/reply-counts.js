/** @import {Frame, Message, Page} from './wire.js' */

/**
 * How many replies each message of a timeline has. A reply has a higher number than its message. So a run that reaches
 * the end of the room contains all replies to its messages, and they are counted there: a frame that comes twice, or
 * with a message that the server has counted already, counts once. A run that ends earlier needs the server's numbers.
 */
export class ReplyCounts {
  /** The counts within these messages. @type {{messages: Message[], counts: Map<number, number>}} */
  #within = { messages: [], counts: new Map() };
  /** What the server said, and the head of the room then. @type {Map<number, {count: number, upTo: number}>} */
  #told = new Map();
  /** The replies that the page has seen, by their message: the number of each reply's deletion, or 0. @type {Map<number, Map<number, number>>} */
  #seen = new Map();

  /**
   * @param {number} seq of a message in the run
   * @param {{messages: Message[], hasAfter: boolean}} run
   * @returns {number}
   */
  of(seq, { messages, hasAfter }) {
    return hasAfter ? this.#toldOf(seq) : this.#countsIn(messages).get(seq) ?? 0;
  }

  /** @param {Message[]} messages a run to the end of the room, of which the page will not hold the end any more */
  leaveEnd(messages) {
    const upTo = messages.at(-1)?.seq ?? 0;
    const counts = this.#countsIn(messages);
    for (const { seq } of messages) this.#told.set(seq, { count: counts.get(seq) ?? 0, upTo });
    this.#see(messages);
  }

  /** @param {Page} page of a run that does not reach the end */
  learn({ messages, head }) {
    for (const { seq, replyCount = 0 } of messages) this.#told.set(seq, { count: replyCount, upTo: head });
    this.#see(messages);
  }

  /** The run reaches the end of the room again. */
  forget() {
    this.#told.clear();
    this.#seen.clear();
  }

  /** @param {Frame} frame any frame of the room, while the run does not reach the end */
  heard({ type, seq = Infinity, target, message }) {
    if (message && type !== 'message_edited') this.#see([message]);
    if (type !== 'message_deleted') return;
    for (const replies of this.#seen.values()) {
      const was = replies.get(target);
      if (was !== undefined) replies.set(target, Math.min(was || Infinity, seq));
    }
  }

  /** @param {Message[]} messages */
  #see(messages) {
    for (const { seq, replyTo, deleted } of messages) {
      if (!replyTo || deleted) continue;
      const replies = this.#seen.get(replyTo.seq) ?? new Map();
      if (!replies.has(seq)) replies.set(seq, 0);
      this.#seen.set(replyTo.seq, replies);
    }
  }

  /** @param {number} seq */
  #toldOf(seq) {
    const { count, upTo } = this.#told.get(seq) ?? { count: 0, upTo: 0 };
    const replies = [...(this.#seen.get(seq) ?? [])];
    const added = replies.filter(([reply, deletion]) => reply > upTo && !deletion).length;
    const gone = replies.filter(([reply, deletion]) => reply <= upTo && deletion > upTo).length;
    return count + added - gone;
  }

  /** @param {Message[]} messages */
  #countsIn(messages) {
    if (this.#within.messages === messages) return this.#within.counts;
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const { replyTo, deleted } of messages) if (replyTo && !deleted) counts.set(replyTo.seq, (counts.get(replyTo.seq) ?? 0) + 1);
    this.#within = { messages, counts };
    return counts;
  }
}

/** @import {Marks} from './wire.js' */

/** Up to where each of the others has received and read a log, as far as that was told. */
export class OthersMarks {
  /** @type {Map<string, Marks>} */
  #marks = new Map();

  get size() {
    return this.#marks.size;
  }

  /**
   * A mark never moves back, and what was read has been delivered.
   * @param {string} username
   * @param {Marks} marks
   */
  tell(username, { deliveredSeq, readSeq }) {
    const known = this.#marks.get(username);
    const read = Math.max(readSeq, known?.readSeq ?? 0);
    this.#marks.set(username, { readSeq: read, deliveredSeq: Math.max(deliveredSeq, known?.deliveredSeq ?? 0, read) });
  }

  /** @param {Set<string>} usernames of all that there are: the others have left */
  keep(usernames) {
    for (const username of this.#marks.keys()) if (!usernames.has(username)) this.#marks.delete(username);
  }

  /** @param {number} seq @returns {string[]} who has read it up to there */
  readers(seq) {
    return [...this.#marks].flatMap(([username, { readSeq }]) => (readSeq >= seq ? [username] : []));
  }

  /**
   * @param {number} seq
   * @param {number} count how many others there are
   * @returns {'sent' | 'delivered' | 'read'} how far it has come with all of them
   */
  reached(seq, count) {
    const others = [...this.#marks.values()];
    if (others.length === 0 || others.length < count) return 'sent';
    if (others.every(({ readSeq }) => readSeq >= seq)) return 'read';
    return others.every(({ deliveredSeq }) => deliveredSeq >= seq) ? 'delivered' : 'sent';
  }
}

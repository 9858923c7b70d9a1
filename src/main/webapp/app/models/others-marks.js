/** @import {Marks} from './wire.js' */

/** The known marks of the other members: up to which number each has received and read the log. */
export class OthersMarks {
  /** @type {Map<string, Marks>} */
  #marks = new Map();

  get size() {
    return this.#marks.size;
  }

  /**
   * A mark never moves back. A message that was read was also delivered.
   * @param {string} username
   * @param {Marks} marks
   */
  tell(username, { deliveredSeq, readSeq }) {
    const known = this.#marks.get(username);
    const read = Math.max(readSeq, known?.readSeq ?? 0);
    this.#marks.set(username, { readSeq: read, deliveredSeq: Math.max(deliveredSeq, known?.deliveredSeq ?? 0, read) });
  }

  /** @param {Set<string>} usernames of all present members; the marks of all others are removed */
  keep(usernames) {
    for (const username of this.#marks.keys()) if (!usernames.has(username)) this.#marks.delete(username);
  }

  /** @param {number} seq @returns {string[]} the usernames of the members who have read up to this number */
  readers(seq) {
    return [...this.#marks].flatMap(([username, { readSeq }]) => (readSeq >= seq ? [username] : []));
  }

  /**
   * @param {number} seq
   * @param {number} count the number of other members
   * @returns {'sent' | 'delivered' | 'read'} the state that all of them have reached
   */
  reached(seq, count) {
    const others = [...this.#marks.values()];
    if (others.length === 0 || others.length < count) return 'sent';
    if (others.every(({ readSeq }) => readSeq >= seq)) return 'read';
    return others.every(({ deliveredSeq }) => deliveredSeq >= seq) ? 'delivered' : 'sent';
  }
}

/**
 * The numbers of a room's messages that have come. The answer to the user's own message may come before lower numbers.
 * So the page resumes from the highest number up to which none is missing, not from the highest one seen.
 */
export class Numbers {
  /** @type {Set<number>} */
  #ahead = new Set();

  /** @param {number} [upTo] every number up to this one has come */
  constructor(upTo = 0) {
    this.upTo = upTo;
  }

  /** @param {number} seq @returns {boolean} whether the number is new */
  add(seq) {
    if (seq <= this.upTo || this.#ahead.has(seq)) return false;
    this.#ahead.add(seq);
    this.#advance();
    return true;
  }

  /** @param {number} seq the server says that nothing is missing up to this number */
  reach(seq) {
    this.upTo = Math.max(this.upTo, seq);
    for (const ahead of this.#ahead) if (ahead <= this.upTo) this.#ahead.delete(ahead);
    this.#advance();
  }

  /** @param {number} upTo the new start; all known numbers are forgotten, because the room's log was replaced */
  restart(upTo) {
    this.upTo = upTo;
    this.#ahead.clear();
  }

  #advance() {
    while (this.#ahead.delete(this.upTo + 1)) this.upTo += 1;
  }
}

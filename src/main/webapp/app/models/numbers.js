/**
 * Which of a room's numbers have come. An answer to one's own message may run ahead of lower numbers, so what counts
 * for resuming is not the highest number seen but the highest up to which none is missing.
 */
export class Numbers {
  /** @type {Set<number>} */
  #ahead = new Set();

  /** @param {number} [upTo] every number up to this one has come */
  constructor(upTo = 0) {
    this.upTo = upTo;
  }

  /** @param {number} seq @returns {boolean} whether it has not come before */
  add(seq) {
    if (seq <= this.upTo || this.#ahead.has(seq)) return false;
    this.#ahead.add(seq);
    this.#advance();
    return true;
  }

  /** @param {number} seq the server says that nothing up to here is outstanding */
  reach(seq) {
    this.upTo = Math.max(this.upTo, seq);
    for (const ahead of this.#ahead) if (ahead <= this.upTo) this.#ahead.delete(ahead);
    this.#advance();
  }

  /** @param {number} upTo forgets all that was known: the room is not the one we knew */
  restart(upTo) {
    this.upTo = upTo;
    this.#ahead.clear();
  }

  #advance() {
    while (this.#ahead.delete(this.upTo + 1)) this.upTo += 1;
  }
}

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** Grows from try to try, and differs from page to page, so that a restarted server is not met by all at once. */
export class Backoff {
  #tries = 0;

  /** @param {() => number} [random] from 0 up to 1 */
  constructor(random = Math.random) {
    this.random = random;
  }

  /** @returns {number} milliseconds until the next try */
  next() {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries);
    this.#tries += 1;
    return Math.round(longest / 2 + (this.random() * longest) / 2);
  }

  reset() {
    this.#tries = 0;
  }
}

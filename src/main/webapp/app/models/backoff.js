const FIRST_MS = 1000;
/** A user notices a longer wait. After a restart the random part still spreads the pages over four seconds. */
const LONGEST_MS = 8000;

/** The pause between tries. It grows with each try and is random, so that not all pages reach a new server at once. */
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

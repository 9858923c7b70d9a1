/** The server ends a typing sign after six seconds, so the page repeats it a little sooner. */
export const REPEAT_MS = 4000;

/** Decides when to tell the others that the user types: not at each key, and not after the user has stopped. */
export class Typist {
  #saidAt = -Infinity;

  /**
   * @param {string} text the text in the composer now
   * @param {number} now milliseconds
   * @returns {'typing_start' | 'typing_stop' | null} the frame to send, if any
   */
  typed(text, now) {
    if (text.trim() === '') return this.stop();
    if (now - this.#saidAt < REPEAT_MS) return null;
    this.#saidAt = now;
    return 'typing_start';
  }

  /** @returns {'typing_stop' | null} */
  stop() {
    if (this.#saidAt === -Infinity) return null;
    this.#saidAt = -Infinity;
    return 'typing_stop';
  }
}

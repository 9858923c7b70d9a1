/** The server forgets a typist after six seconds, so one who goes on must say so a little sooner. */
export const REPEAT_MS = 4000;

/** Decides when the others are told that one types: not at each key, and not after one has stopped. */
export class Typist {
  #saidAt = -Infinity;

  /**
   * @param {string} text what the composer holds now
   * @param {number} now milliseconds
   * @returns {'typing_start' | 'typing_stop' | null} what to tell the room
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

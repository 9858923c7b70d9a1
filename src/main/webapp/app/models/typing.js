import { Observable } from './observable.js';

/** The server ends a typing sign after six seconds. The page ends it a little later, in case that frame is lost. */
export const LASTS_MS = 7000;

/** The users who are typing in a room. */
export class Typing extends Observable {
  /** @type {Map<string, number>} the end of each sign, in milliseconds */
  #until = new Map();

  /**
   * @param {string} username
   * @param {number} now milliseconds
   */
  start(username, now) {
    const news = !this.#until.has(username);
    this.#until.set(username, now + LASTS_MS);
    if (news) this.changed();
  }

  /** @param {string} username */
  stop(username) {
    if (this.#until.delete(username)) this.changed();
  }

  /** @param {number} now milliseconds */
  expire(now) {
    const before = this.#until.size;
    for (const [username, until] of this.#until) if (until <= now) this.#until.delete(username);
    if (this.#until.size !== before) this.changed();
  }

  get usernames() {
    return [...this.#until.keys()];
  }
}

import { Problem } from './problem.js';

/**
 * A part of the page that is fetched when it is needed.
 * @template T
 */
export class Late {
  #failures = 0;
  #load;

  /** @param {() => Promise<T>} load */
  constructor(load) {
    this.#load = load;
  }

  /**
   * @param {boolean} connected whether the server is there
   * @returns {Promise<T>}
   * @throws {Problem} `unreachable`, where trying again may help; `outdated`, where only another page does: a server of
   *   another version has given modules that do not fit, or the browser keeps it in mind that one could not be fetched
   */
  async get(connected) {
    try {
      return await this.#load();
    } catch (error) {
      this.#failures += 1;
      throw new Problem({ code: error instanceof SyntaxError || (connected && this.#failures > 1) ? 'outdated' : 'unreachable' });
    }
  }
}

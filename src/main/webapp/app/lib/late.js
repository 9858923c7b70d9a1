import { Problem } from './problem.js';

/**
 * A part of the page that is loaded when it is needed.
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
   * @param {boolean} connected whether the page is connected to the server
   * @returns {Promise<T>}
   * @throws {Problem} `unreachable` if another try may help; `outdated` if only a reload helps: the server has modules
   *   of another version, or the browser remembers that a module failed to load
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

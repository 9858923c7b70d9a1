/** Something whose changes others want to know of. */
export class Observable {
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /**
   * @param {() => void} watcher called after each change
   * @returns {() => void} ends the watching
   */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed() {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** An object that calls its watchers after each change. */
export class Observable {
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /**
   * @param {() => void} watcher called after each change
   * @returns {() => void} stops watching
   */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed() {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** @typedef {{possible: () => boolean, takeBack: () => unknown}} Undo a way to take something back, while it is possible */

/** What the user has done and may take back for some seconds. */
export class Undos {
  /** The latest last. @type {Undo[]} */
  #all = [];

  /** @param {Undo} undo */
  add(undo) {
    this.#all = [...this.#all.filter(({ possible }) => possible()), undo];
  }

  /** @returns {Undo | undefined} the latest */
  get last() {
    return this.#all.findLast(({ possible }) => possible());
  }
}

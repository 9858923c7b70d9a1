/**
 * Reads Server-Sent Events (HTML Standard, 9.2.6) from pieces of a stream. It ignores the event's name: the data is a
 * whole frame, which has its own type.
 */
export class Events {
  #rest = '';
  #data = '';
  /** The last id that came, for the next stream. Empty before the first id. */
  id = '';

  /** @param {string} piece @returns {string[]} the data of the events that this piece completes */
  read(piece) {
    /** @type {string[]} */
    const complete = [];
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line.replace(/\r$/, ''), complete);
    return complete;
  }

  /**
   * @param {string} line
   * @param {string[]} complete
   */
  #line(line, complete) {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'data') this.#data += (this.#data && '\n') + value;
    else if (field === 'id') this.id = value;
    else if (line === '' && this.#data) {
      complete.push(this.#data);
      this.#data = '';
    }
  }
}

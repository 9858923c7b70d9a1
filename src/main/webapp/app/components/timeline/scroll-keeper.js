/** Closer to the end than this counts as being there. */
const NEAR_END_PX = 24;

/** @typedef {{row: Element, top: number} | null} Anchor a row on the screen and where it stands; null at the end */

/**
 * Keeps what one reads where it is while rows come and go before and after it. Browsers' own scroll anchoring does not
 * exist everywhere and gives up at the upper edge, which is where older messages come in.
 */
export class ScrollKeeper {
  /** Whether the reader is at the end, and new messages pull the view along. */
  atEnd = true;

  /**
   * @param {() => HTMLElement | null} box the element that scrolls
   * @param {() => boolean} more whether there is more to come after what the box holds, so that its end is not the end
   */
  constructor(box, more) {
    this.box = box;
    this.more = more;
  }

  /** @returns {Anchor} */
  before() {
    const box = this.box();
    if (!box || this.atEnd) return null;
    const edge = box.getBoundingClientRect().top;
    const row = rowAt(box, edge);
    return row ? { row, top: row.getBoundingClientRect().top } : null;
  }

  /** @param {Anchor} anchor as `before` gave it */
  after(anchor) {
    const box = this.box();
    if (!box) return;
    if (this.atEnd) box.scrollTop = box.scrollHeight;
    else if (anchor?.row.isConnected) box.scrollTop += anchor.row.getBoundingClientRect().top - anchor.top;
  }

  /** The reader has scrolled. */
  look() {
    const box = this.box();
    if (box) this.atEnd = this.below < NEAR_END_PX && !this.more();
  }

  /** How much lies above and below the screen, in pixels. */
  get above() {
    return this.box()?.scrollTop ?? 0;
  }

  get below() {
    const box = this.box();
    return box ? box.scrollHeight - box.scrollTop - box.clientHeight : 0;
  }

  toEnd() {
    this.atEnd = true;
    this.after(null);
  }

  /**
   * @param {Element} row
   * @param {number} share where on the screen it shall stand: 0 the upper edge, 0.5 the middle
   */
  to(row, share) {
    const box = this.box();
    if (!box) return;
    const space = Math.max(0, box.clientHeight - row.getBoundingClientRect().height);
    box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - space * share;
    this.look();
  }

  /** @returns {HTMLElement | null} the last row that is on the screen to its end */
  lastSeen() {
    const box = this.box();
    if (!box) return null;
    const edge = box.getBoundingClientRect().bottom + 1;
    const rows = /** @type {HTMLElement[]} */ ([...box.querySelectorAll('.row')]);
    return rows[firstIndex(rows, (row) => row.getBoundingClientRect().bottom > edge) - 1] ?? null;
  }
}

/**
 * @param {HTMLElement} box
 * @param {number} edge
 * @returns {Element | undefined} the first row that reaches below the edge
 */
function rowAt(box, edge) {
  const rows = [...box.querySelectorAll('.row')];
  return rows[firstIndex(rows, (row) => row.getBoundingClientRect().bottom > edge)];
}

/**
 * @template T
 * @param {T[]} list in an order in which `test` turns from false to true once
 * @param {(item: T) => boolean} test
 */
function firstIndex(list, test) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

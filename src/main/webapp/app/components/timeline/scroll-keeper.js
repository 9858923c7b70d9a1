/** Closer than this counts as being at the end. */
const NEAR_END_PX = 24;

/** @typedef {{row: Element, top: number} | null} Anchor a row on the screen and its position; null at the end */

/**
 * Keeps the visible rows in place while rows before and after them come and go. Not all browsers have scroll anchoring.
 * It also fails at the upper edge, where older messages come in.
 */
export class ScrollKeeper {
  /** Whether the user is at the end. Then the view follows new messages. */
  atEnd = true;
  /** Where the box was when the keeper last looked or moved it. The browser tells of a scroll only with its next frame. */
  #top = 0;
  /** The row that keeps its upper edge in the next change. @type {Element | null} */
  #held = null;

  /**
   * @param {() => HTMLElement | null} box the element that scrolls
   * @param {() => boolean} more whether later messages exist that the box does not hold, so its end is not the room's
   */
  constructor(box, more) {
    this.box = box;
    this.more = more;
  }

  /** Whether the user can see the rows: the replies to one message may cover them. */
  get shown() {
    const box = this.box();
    return !box || getComputedStyle(box).visibility === 'visible';
  }

  /** @returns {Anchor} */
  before() {
    const box = this.box();
    if (this.atEnd && box && box.scrollTop < this.#top) this.look();
    if (!box || this.atEnd) return null;
    const row = this.#held?.isConnected ? this.#held : steadyRow(box);
    this.#held = null;
    return row ? { row, top: row.getBoundingClientRect().top } : null;
  }

  /** @param {Anchor} anchor as `before` gave it */
  after(anchor) {
    const box = this.box();
    if (!box) return;
    if (this.atEnd) box.scrollTop = box.scrollHeight;
    else if (anchor?.row.isConnected) box.scrollTop += anchor.row.getBoundingClientRect().top - anchor.top;
    this.#top = box.scrollTop;
  }

  /**
   * A row becomes longer at its end, while the user may be reading it.
   * @param {Element} row
   * @param {() => void} act
   */
  grow(row, act) {
    const box = this.box();
    const passed = box && row.getBoundingClientRect().bottom < box.getBoundingClientRect().top;
    this.hold(passed ? null : row);
    const anchor = this.before();
    act();
    this.after(anchor);
    this.look();
  }

  /** @param {Element | null} row that the user makes longer or shorter; the view follows no new messages */
  hold(row) {
    this.atEnd = false;
    this.#held = row;
  }

  /** The user has scrolled, or the keeper has: the browser tells of both, and by then the rows may have grown. */
  look() {
    const box = this.box();
    if (!box || (this.atEnd && box.scrollTop === this.#top && !this.more())) return;
    this.atEnd = this.below < NEAR_END_PX && !this.more();
    this.#top = box.scrollTop;
  }

  /** Pixels of content above the screen; `below` is the same for below it. */
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
   * @param {number} share its place on the screen: 0 the upper edge, 0.5 the middle
   */
  to(row, share) {
    const box = this.box();
    if (!box) return;
    const space = Math.max(0, box.clientHeight - row.getBoundingClientRect().height);
    box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - space * share;
    this.atEnd = false;
    this.look();
  }

  /** @returns {HTMLElement | null} the last row whose end is on the screen */
  lastSeen() {
    const box = this.box();
    if (!box) return null;
    const edge = box.getBoundingClientRect().bottom + 1;
    const rows = /** @type {HTMLElement[]} */ ([...box.querySelectorAll('.row')]);
    return rows[firstIndex(rows, (row) => row.getBoundingClientRect().bottom > edge) - 1] ?? null;
  }
}

/**
 * The row that stays in place: the first one that begins on the screen. What a cut row above it gains at its end then
 * moves only that row. A row that fills the screen stays itself.
 * @param {HTMLElement} box
 * @returns {Element | undefined}
 */
function steadyRow(box) {
  const { top, bottom } = box.getBoundingClientRect();
  const rows = [...box.querySelectorAll('.row')];
  const at = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > top);
  const cut = rows[at]?.getBoundingClientRect().top < top;
  return cut && rows[at + 1]?.getBoundingClientRect().top < bottom ? rows[at + 1] : rows[at];
}

/**
 * @template T
 * @param {T[]} list sorted so that `test` changes from false to true once
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

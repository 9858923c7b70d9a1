/** A touch of this length is for the row, not for the element under the finger. */
const LONG_MS = 500;
/** A finger that moves further than this scrolls. */
const SLACK_PX = 10;

/** A long press on a row, or the menu key. It opens the row's actions on devices without hover. */
export class LongPress {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #from = { x: 0, y: 0 };
  #held;
  #rowOf;

  /**
   * @param {(row: HTMLElement, target: EventTarget | null) => void} held
   * @param {string} rows the selector of the rows
   */
  constructor(held, rows = '.row') {
    this.#held = held;
    this.#rowOf = (/** @type {EventTarget | null} */ target) => rowOf(target, rows);
  }

  /** @param {PointerEvent} event */
  down({ target, pointerType, isPrimary, clientX, clientY }) {
    this.end();
    const row = this.#rowOf(target);
    if (pointerType !== 'touch' || !isPrimary || !row) return;
    this.#from = { x: clientX, y: clientY };
    this.#timer = setTimeout(() => this.#held(row, target), LONG_MS);
  }

  /** @param {PointerEvent} event */
  moved({ clientX, clientY }) {
    if (Math.hypot(clientX - this.#from.x, clientY - this.#from.y) > SLACK_PX) this.end();
  }

  end() {
    clearTimeout(this.#timer);
  }

  /** @param {Event} event that browsers send for a long press and the menu key, some only for the key */
  menu(event) {
    const row = this.#rowOf(event.target);
    if (!row || !still.matches) return;
    event.preventDefault();
    this.end();
    this.#held(row, event.target);
  }
}

/**
 * @param {EventTarget | null} target
 * @param {string} rows
 * @returns {HTMLElement | null} null for links to elsewhere: they keep the browser's menu
 */
const rowOf = (target, rows) => (target instanceof Element && !target.closest('a[target]') ? target.closest(rows) : null);

/** The device has no pointer that can hover. */
const still = matchMedia('(hover: none)');

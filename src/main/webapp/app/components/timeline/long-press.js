/** A finger that stays for so long means the row, and not what it happens to lie on. */
const LONG_MS = 500;
/** One that moves further scrolls. */
const SLACK_PX = 10;

/** A finger that is held on a row, or the key that asks for a menu: where nothing hovers, what may be done is asked for so. */
export class LongPress {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #from = { x: 0, y: 0 };
  #held;

  /** @param {(row: HTMLElement) => void} held */
  constructor(held) {
    this.#held = held;
  }

  /** @param {PointerEvent} event */
  down({ target, pointerType, isPrimary, clientX, clientY }) {
    this.end();
    const row = rowOf(target);
    if (pointerType !== 'touch' || !isPrimary || !row) return;
    this.#from = { x: clientX, y: clientY };
    this.#timer = setTimeout(() => this.#held(row), LONG_MS);
  }

  /** @param {PointerEvent} event */
  moved({ clientX, clientY }) {
    if (Math.hypot(clientX - this.#from.x, clientY - this.#from.y) > SLACK_PX) this.end();
  }

  end() {
    clearTimeout(this.#timer);
  }

  /** @param {Event} event which browsers send for both, some of them for the key alone */
  menu(event) {
    const row = rowOf(event.target);
    if (!row || !still.matches) return;
    event.preventDefault();
    this.end();
    this.#held(row);
  }
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} a link has the browser's own menu */
const rowOf = (target) => (target instanceof Element && !target.closest('a[target]') ? target.closest('.row') : null);

/** Where nothing hovers. */
const still = matchMedia('(hover: none)');

/** @import {LitElement} from 'lit' */

const STEPS = new Map([['ArrowDown', 1], ['ArrowUp', -1], ['Home', -Infinity], ['End', Infinity]]);

/**
 * Makes a long list one stop of the Tab key. Arrows move between rows and Enter goes into a row. Escape leaves the row,
 * then the list.
 */
export class Roving {
  /** The key of the row that had the focus last. @type {string | null} */
  current = null;

  /**
   * @param {LitElement} list holds elements `.row` with a `data-key`
   * @param {() => void} [leave] where Escape leads from a row; by itself to the message field
   */
  constructor(list, leave = toField) {
    this.list = list;
    this.leave = leave;
  }

  /** @param {FocusEvent} event */
  focused(event) {
    const key = rowOf(event.target)?.dataset.key;
    if (!key || key === this.current) return;
    this.current = key;
    this.list.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const row = rowOf(event.target);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const inside = event.target !== row;
    const step = STEPS.get(event.key);
    if (step && !inside) this.#move(row, step);
    else if (event.key === 'Enter' && !inside) focusFirst(row);
    else if (event.key === 'Escape') this.#leave(row, inside);
    else if (step && inside) focusNext(row, event.target, Math.sign(step));
    else return;
    event.preventDefault();
  }

  /**
   * @param {HTMLElement} row
   * @param {number} step
   */
  #move(row, step) {
    const rows = /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll('.row')]);
    const to = Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + step));
    rows[to].focus({ preventScroll: true });
    rows[to].scrollIntoView({ block: 'nearest' });
  }

  /**
   * @param {HTMLElement} row
   * @param {boolean} inside
   */
  #leave(row, inside) {
    if (inside) row.focus();
    else this.leave();
  }
}

const toField = () => /** @type {HTMLElement | null} */ (document.querySelector('.composer textarea'))?.focus();

/** @param {EventTarget | null} target */
const rowOf = (target) => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.row')) : null);

/** @param {HTMLElement} row what Enter and the arrows reach in it: what one may do with it first, then the rest */
const inner = (row) => /** @type {HTMLElement[]} */ ([...row.querySelectorAll('.row-actions button'), ...row.querySelectorAll(':is(a, button, audio, video):not(.row-actions *)')]);

/** @param {HTMLElement} row */
function focusFirst(row) {
  inner(row)[0]?.focus();
}

/**
 * @param {HTMLElement} row
 * @param {EventTarget | null} from
 * @param {number} step
 */
function focusNext(row, from, step) {
  const all = inner(row);
  all[(all.indexOf(/** @type {HTMLElement} */ (from)) + step + all.length) % all.length]?.focus();
}

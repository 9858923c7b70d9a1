import { render } from 'lit';
import { Swipe } from '../../models/swipe.js';
import { icon } from '../common/pieces.js';

/** A finger that swipes a message in the direction of reading replies to it. Scrolling up and down wins. */
export class Swiping {
  #sign = Object.assign(document.createElement('span'), { className: 'swipe-sign' });
  /** @type {Swipe | null} */
  #swipe = null;
  /** @type {HTMLElement | null} */
  #row = null;
  #ways;

  /** @param {{allows: (row: HTMLElement) => boolean, act: (row: HTMLElement) => void}} ways */
  constructor(ways) {
    this.#ways = ways;
    render(icon('reply'), this.#sign);
  }

  /** @param {PointerEvent} event */
  pointer(event) {
    if (event.type === 'pointerdown') this.#down(event);
    else if (event.type === 'pointermove') this.#move(event);
    else this.#end(event.type === 'pointerup');
  }

  /** @param {PointerEvent} event */
  #down({ target, pointerType, isPrimary, clientX: x, clientY: y }) {
    this.#end(false);
    const row = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.row')) : null;
    if (pointerType !== 'touch' || !isPrimary || !row || !this.#ways.allows(row)) return;
    this.#row = row;
    this.#swipe = new Swipe({ x, y }, { width: innerWidth, rtl: rightToLeft() });
  }

  /** @param {PointerEvent} event */
  #move({ isPrimary, clientX: x, clientY: y }) {
    const swipe = this.#swipe;
    if (!swipe || !this.#row || !isPrimary) return;
    if (!swipe.move({ x, y })) this.#end(false);
    else if (swipe.begun) this.#draw(this.#row, swipe);
  }

  /**
   * @param {HTMLElement} row
   * @param {Swipe} swipe
   */
  #draw(row, { by, far }) {
    row.dataset.swipe = far ? 'far' : 'near';
    row.style.setProperty('--by', `${rightToLeft() ? -by : by}px`);
    if (this.#sign.parentElement !== row) row.append(this.#sign);
  }

  /** @param {boolean} lifted whether the finger has been lifted, and not taken by the browser for scrolling */
  #end(lifted) {
    const row = this.#row;
    const acts = lifted && this.#swipe?.far;
    this.#swipe = this.#row = null;
    this.#sign.remove();
    row?.style.removeProperty('--by');
    if (row) delete row.dataset.swipe;
    if (row?.isConnected && acts) this.#ways.act(row);
  }
}

const rightToLeft = () => document.documentElement.dir === 'rtl';

/** @import {Action} from './message-actions.js' */
import { html, nothing, render } from 'lit';
import { icon } from '../common/pieces.js';
import { labelOf } from './message-actions.js';
import { selectedIn } from './selected-text.js';

/** A row of this width has room for the quick reactions in the bar. In a narrower one they would cover the name. */
const ROOMY_PX = 440;

/**
 * The actions on the message under the pointer, or else on the one with the focus. There is one bar for the whole
 * timeline, because a bar in each row would double the number of its elements.
 */
export class ActionBar {
  #bar = Object.assign(document.createElement('div'), { className: 'row-actions' });
  /** @type {HTMLElement | null} */
  #pointed = null;
  /** @type {HTMLElement | null} */
  #focused = null;
  #drawing = false;
  #actionsOf;

  /** @param {(row: HTMLElement) => Action[]} actionsOf what the user may do with the message of a row */
  constructor(actionsOf) {
    this.#actionsOf = actionsOf;
    // A press on a button would end the selection that the user wants to quote.
    this.#bar.addEventListener('mousedown', (event) => selectedIn(rowOf(this.#bar)) && event.preventDefault());
  }

  /** @param {PointerEvent} event over the timeline; a finger opens the actions by a long press instead */
  pointed({ target, pointerType }) {
    const row = pointerType === 'touch' ? null : rowOf(target);
    if (row === this.#pointed) return;
    this.#pointed = row;
    this.refresh();
  }

  /** The pointer has left the timeline. */
  left() {
    this.#pointed = null;
    this.refresh();
  }

  /** @param {FocusEvent} event a tap gives the focus too, but shows no bar */
  focused({ type, target, relatedTarget }) {
    // The bar must not go while the focus is on its way to one of its buttons.
    if (type === 'focusout' && rowOf(relatedTarget)) return;
    this.#focused = type === 'focusin' && target instanceof Element && (hovers.matches || target.matches(':focus-visible')) ? rowOf(target) : null;
    this.refresh();
  }

  /** Puts the bar into its row, with what the user may do there now. It does not leave a row while it has the focus. */
  refresh() {
    // A button that goes while it has the focus sends a focusout in the middle of drawing.
    if (this.#drawing) return;
    const row = this.#bar.contains(document.activeElement) ? rowOf(this.#bar) : (connected(this.#pointed) ?? connected(this.#focused));
    const actions = row ? this.#actionsOf(row) : [];
    const place = actions.length ? row?.querySelector('.message') : null;
    const roomy = place && place.clientWidth >= ROOMY_PX;
    this.#drawing = true;
    render(actions.filter(({ emoji }) => !emoji || roomy).map(button), this.#bar);
    this.#drawing = false;
    if (!place) this.#bar.remove();
    else if (this.#bar.parentElement !== place) place.append(this.#bar);
  }
}

/** @param {Action} action */
function button(action) {
  const label = labelOf(action);
  const { emoji, pressed, act } = action;
  return html`<button tabindex="-1" aria-label=${label} aria-pressed=${emoji ? String(pressed) : nothing} data-tip=${label} @click=${act}>${emoji
    ? html`<span class="reaction-emoji">${emoji}</span>`
    : icon(action.icon)}</button>`;
}

/** @param {EventTarget | null} target */
const rowOf = (target) => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('.row')) : null);

/** @param {HTMLElement | null} row that may have been removed since */
const connected = (row) => (row?.isConnected ? row : null);

/** The device has a pointer that can hover. */
const hovers = matchMedia('(hover: hover)');

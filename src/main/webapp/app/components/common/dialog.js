import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Light } from './light.js';
import { icon } from './pieces.js';

let last = 0;

/**
 * A dialog that holds the focus and gives it back. A subclass gives `heading` and `content`. It opens when it is put
 * into the page. It emits `closed` when it may be removed, with `left` if the user went to another room.
 */
export class Dialog extends Light {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = { busy: { state: true } };

  #id = `dialog-${(last += 1)}`;
  /** Where the focus goes afterwards: the first of these that still exists. @type {(Element | null | undefined)[]} */
  #back = [];
  #left = false;

  constructor() {
    super();
    /** Whether an action is running; the user must see its result before closing. */
    this.busy = false;
  }

  /** @returns {string} */
  get heading() {
    return '';
  }

  /** Whether the dialog asks only one thing. Then it does not fill the screen of a phone. */
  get brief() {
    return false;
  }

  /** @returns {unknown} */
  content() {
    return '';
  }

  connectedCallback() {
    super.connectedCallback();
    const from = document.activeElement;
    this.backTo(from, from?.closest('.row'));
  }

  /** @param {(Element | null | undefined)[]} places */
  backTo(...places) {
    this.#back = places;
  }

  firstUpdated() {
    this.querySelector('dialog')?.showModal();
    /** @type {HTMLElement | null} */ (this.querySelector('[autofocus]'))?.focus();
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  /** The user closes the dialog: by a button, the Escape key or a click outside. */
  dismiss() {
    if (!this.busy) this.close();
  }

  /** @param {string} address where the user goes now; the focus does not go back */
  leaveFor(address) {
    this.backTo();
    this.#left = true;
    location.hash = address;
    this.close();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  render() {
    return html`<dialog class=${this.brief ? 'brief' : nothing} aria-labelledby=${this.#id} @close=${this.#closed} @cancel=${this.#cancelled} @click=${this.#clicked} closedby=${this.busy ? 'none' : 'any'}>
      <header class="dialog-head">
        <h2 id=${this.#id}>${this.heading}</h2>
        <button class="quiet square" type="button" aria-label=${t('dialog.close')} @click=${() => this.dismiss()}>${icon('close')}</button>
      </header>
      ${this.content()}
    </dialog>`;
  }

  #closed() {
    this.emit('closed', { left: this.#left });
    /** @type {HTMLElement | undefined} */ (this.#back.find((place) => place instanceof HTMLElement && place.isConnected))?.focus();
  }

  /** @param {Event} event */
  #cancelled(event) {
    if (this.busy) event.preventDefault();
  }

  /** @param {MouseEvent} event a click outside hits the backdrop, so its target is the dialog itself */
  #clicked(event) {
    if (event.target === event.currentTarget && event.detail > 0) this.#maybeOutside(event);
  }

  /** @param {MouseEvent} event */
  #maybeOutside({ clientX: x, clientY: y }) {
    const box = this.querySelector('dialog')?.getBoundingClientRect();
    if (box && (x < box.left || x > box.right || y < box.top || y > box.bottom)) this.dismiss();
  }
}

/**
 * Asks the page to open a dialog.
 * @param {Element} from
 * @param {string} name
 * @param {Record<string, unknown>} [props]
 */
export function openDialog(from, name, props = {}) {
  from.dispatchEvent(new CustomEvent('open-dialog', { bubbles: true, detail: { name, props } }));
}

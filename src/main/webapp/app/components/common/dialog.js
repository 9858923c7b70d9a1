import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Light } from './light.js';
import { icon } from './pieces.js';

let last = 0;

/**
 * A dialog that holds the focus and gives it back. Those who extend it say its `heading` and `content`; it is opened by
 * being put into the page and tells `closed` when it may be taken out again, and whether one has left for elsewhere.
 */
export class Dialog extends Light {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = { busy: { state: true } };

  #id = `dialog-${(last += 1)}`;
  /** Where the focus goes afterwards: the first of these that is still there. @type {(Element | null | undefined)[]} */
  #back = [];
  #left = false;

  constructor() {
    super();
    /** Whether something is under way whose end the reader has to see. */
    this.busy = false;
  }

  /** @returns {string} */
  get heading() {
    return '';
  }

  /** Whether it asks one thing only, so that it needs no screen of its own on a phone. */
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

  /** The reader has had enough of it: by a button, the Escape key or a click beside it. */
  dismiss() {
    if (!this.busy) this.close();
  }

  /** @param {string} address where one goes from here, so that the focus does not go back */
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

  /** @param {MouseEvent} event a click beside the dialog lands on its backdrop, which is the dialog itself */
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

import { html } from 'lit';
import { t } from '../language.js';
import { Light } from './light.js';
import { icon } from './pieces.js';

let last = 0;

/**
 * A dialog that holds the focus and gives it back. Those who extend it say its `heading` and `content`; it is opened by
 * being put into the page and tells `closed` when it may be taken out again.
 */
export class Dialog extends Light {
  #id = `dialog-${(last += 1)}`;
  /** @type {Element | null} */
  #cameFrom = null;

  /** @returns {string} */
  get heading() {
    return '';
  }

  /** @returns {unknown} */
  content() {
    return '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#cameFrom = document.activeElement;
  }

  firstUpdated() {
    this.querySelector('dialog')?.showModal();
    /** @type {HTMLElement | null} */ (this.querySelector('[autofocus]'))?.focus();
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  /** @param {string} address where one goes from here, so that the focus does not go back */
  leaveFor(address) {
    this.#cameFrom = null;
    location.hash = address;
    this.close();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  render() {
    return html`<dialog aria-labelledby=${this.#id} @close=${this.#closed} @click=${this.#clicked} closedby="any">
      <header class="dialog-head">
        <h2 id=${this.#id}>${this.heading}</h2>
        <button class="quiet square" type="button" aria-label=${t('dialog.close')} @click=${() => this.close()}>${icon('close')}</button>
      </header>
      ${this.content()}
    </dialog>`;
  }

  #closed() {
    this.emit('closed');
    if (this.#cameFrom instanceof HTMLElement && this.#cameFrom.isConnected) this.#cameFrom.focus();
  }

  /** @param {MouseEvent} event a click beside the dialog lands on its backdrop, which is the dialog itself */
  #clicked(event) {
    if (event.target === event.currentTarget && event.detail > 0) this.#maybeOutside(event);
  }

  /** @param {MouseEvent} event */
  #maybeOutside({ clientX: x, clientY: y }) {
    const box = this.querySelector('dialog')?.getBoundingClientRect();
    if (box && (x < box.left || x > box.right || y < box.top || y > box.bottom)) this.close();
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

/** @import {Toasts} from '../../models/toasts.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { Light } from './light.js';
import { icon } from './pieces.js';

/** Shows short messages in a corner for a moment. It is a popover, so that it is above open dialogs too. */
export class ToastList extends Light {
  static properties = { toasts: { attribute: false } };

  constructor() {
    super();
    /** @type {Toasts} */
    this.toasts;
  }

  willUpdate() {
    this.watches(this.toasts);
  }

  updated() {
    const box = /** @type {HTMLElement} */ (this.firstElementChild);
    if (!box.showPopover) return;
    const open = box.matches(':popover-open');
    if (open) box.hidePopover();
    if (this.toasts.all.length) box.showPopover();
  }

  render() {
    return html`<div class="toasts" popover="manual" role="status" aria-live="polite">
      ${repeat(this.toasts.all, (toast) => toast.id, (toast) => html`<div class="toast ${toast.tone}">
        ${icon(toast.tone === 'error' ? 'alert' : 'check')}
        <span>${toast.text}</span>
        ${toast.action ? html`<button class="link" @click=${() => this.#act(toast)}>${toast.action.label}</button>` : nothing}
        <button class="quiet square small" aria-label=${t('toast.dismiss')} @click=${() => this.toasts.dismiss(toast.id)}>${icon('close')}</button>
      </div>`)}
    </div>`;
  }

  /** @param {import('../../models/toasts.js').Toast} toast */
  #act(toast) {
    toast.action?.act();
    this.toasts.dismiss(toast.id);
  }
}

customElements.define('toast-list', ToastList);

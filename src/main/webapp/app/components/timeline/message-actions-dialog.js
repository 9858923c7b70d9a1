/** @import {Action} from './message-actions.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { icon, named } from '../common/pieces.js';

/** What one may do with a message, where there is no pointer that could hover over it. */
export class MessageActionsDialog extends Dialog {
  static properties = { text: {}, actions: { attribute: false } };

  constructor() {
    super();
    /** What was said, which can be selected here. */
    this.text = '';
    /** @type {Action[]} */
    this.actions = [];
  }

  get brief() {
    return true;
  }

  get heading() {
    return t('message.actions');
  }

  content() {
    return html`<div class="dialog-body"><p class="reported" tabindex="0">${named(this.text)}</p></div>
      <div class="action-list">${this.actions.map((action) => html`<button class="quiet ${action.danger ? 'danger' : ''}"
      @click=${() => this.#take(action)}>${icon(action.icon)} ${t(action.label)}</button>`)}</div>`;
  }

  /** @param {Action} action which decides where the focus goes */
  #take({ act }) {
    this.backTo();
    this.close();
    act();
  }
}

customElements.define('message-actions-dialog', MessageActionsDialog);

/** @import {Action} from './message-actions.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { icon, named } from '../common/pieces.js';

/** The actions on a message, for devices without hover. */
export class MessageActionsDialog extends Dialog {
  static properties = { text: {}, actions: { attribute: false } };

  constructor() {
    super();
    /** The text of the message, which the user can select here. */
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

  /** @param {Action} action it decides where the focus goes */
  #take({ act }) {
    this.backTo();
    this.close();
    act();
  }
}

customElements.define('message-actions-dialog', MessageActionsDialog);

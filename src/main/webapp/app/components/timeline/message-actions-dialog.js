/** @import {Action} from './message-actions.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { icon, named } from '../common/pieces.js';
import { labelOf } from './message-actions.js';

/** The actions on a message, or on an entry of the list, for devices without hover. */
export class MessageActionsDialog extends Dialog {
  static properties = { text: {}, title: { attribute: false }, actions: { attribute: false } };

  constructor() {
    super();
    /** The text of the message, which the user can select here. */
    this.text = '';
    /** The heading, unless it is about a message. */
    this.title = '';
    /** @type {Action[]} */
    this.actions = [];
  }

  get brief() {
    return true;
  }

  get heading() {
    return this.title || t('message.actions');
  }

  content() {
    const quick = this.actions.filter(({ emoji }) => emoji);
    return html`${this.text ? html`<div class="dialog-body"><p class="reported" tabindex="0">${named(this.text)}</p></div>` : nothing}
      ${quick.length ? html`<div class="quick-reactions" role="group" aria-label=${t('reactions.title')}>${quick.map((action) => html`<button class="chip ${action.pressed ? 'mine' : ''}"
      aria-label=${labelOf(action)} aria-pressed=${String(action.pressed)} @click=${() => this.#take(action)}><span class="reaction-emoji">${action.emoji}</span></button>`)}</div>` : nothing}
      <div class="action-list">${this.actions.filter(({ emoji }) => !emoji).map((action) => html`<button class="quiet ${action.danger ? 'danger' : ''}"
      @click=${() => this.#take(action)}>${icon(action.icon)} ${labelOf(action)}</button>`)}</div>`;
  }

  /** @param {Action} action it decides where the focus goes, but for a reaction: the focus goes back */
  #take({ act, emoji }) {
    if (!emoji) this.backTo();
    this.close();
    act();
  }
}

customElements.define('message-actions-dialog', MessageActionsDialog);

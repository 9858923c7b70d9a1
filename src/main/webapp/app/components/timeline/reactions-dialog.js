/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html } from 'lit';
import { language, t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { peopleOf } from './reactions.js';

/** The people who reacted to a message, by emoji. It closes when the last reaction goes. */
export class ReactionsDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false }, seq: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.seq = 0;
  }

  get brief() {
    return true;
  }

  get heading() {
    return t('reactions.title');
  }

  willUpdate() {
    this.watches(this.state);
  }

  updated() {
    if (!this.#chips.length) this.close();
  }

  get #chips() {
    const { timeline } = this.state;
    const message = timeline.held(this.seq);
    return message ? timeline.own.chipsOf(message) : [];
  }

  content() {
    const names = { me: this.chat.me.username, nameOf: (/** @type {string} */ username) => this.state.nameOf(username) };
    return html`<div class="dialog-body reacted" tabindex="0">${this.#chips.map((chip) => html`<section>
      <h3><span class="reaction-emoji">${chip.emoji}</span> <span class="figure">${language.number.format(chip.count)}</span></h3>
      <ul>${peopleOf(chip, names, t('reactions.youInList')).map((name) => html`<li>${name}</li>`)}</ul></section>`)}</div>`;
  }
}

customElements.define('reactions-dialog', ReactionsDialog);

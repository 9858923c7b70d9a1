/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { excerptOf } from '../../models/attention.js';
import { named } from '../common/pieces.js';
import { Question } from '../common/question.js';
import { said } from '../files/said.js';

/** Asks before a message is deleted for everybody: this cannot be undone. */
export class DeleteMessageDialog extends Question {
  static properties = { chat: { attribute: false }, state: { attribute: false }, message: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Message} */
    this.message;
  }

  get heading() {
    return t('delete.title');
  }

  get answer() {
    return { label: t('message.delete'), danger: true };
  }

  fields() {
    const { sender } = this.message;
    return html`<p class="faint">${t('delete.means')}</p>
      <p class="quote"><span class="quote-name">${named(sender.displayName || t('member.deleted'))}</span> <bdi>${excerptOf(said(this.message))}</bdi></p>`;
  }

  async act() {
    await this.chat.sending.delete(this.state, this.message.seq);
    // The pressed button goes with the text. The row stays, so it gets the focus.
    this.backTo(document.querySelector(`.row[data-seq="${this.message.seq}"]`));
    return t('delete.done');
  }
}

customElements.define('delete-message-dialog', DeleteMessageDialog);

/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { excerptOf } from '../../models/attention.js';
import { Dialog } from '../common/dialog.js';
import { errorLine, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';

/** Asks before a message is deleted for everybody: this cannot be undone. */
export class DeleteMessageDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false }, message: { attribute: false }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Message} */
    this.message;
    this.error = '';
  }

  get brief() {
    return true;
  }

  get heading() {
    return t('delete.title');
  }

  content() {
    const { sender, body } = this.message;
    return html`<form @submit=${this.#submit}>
      <div class="dialog-body stack">
        <p class="faint">${t('delete.means')}</p>
        <p class="quote"><span class="quote-name">${named(sender.displayName || t('member.deleted'))}</span> <bdi>${excerptOf(body)}</bdi></p>
        ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button class="quiet" type="button" autofocus @click=${() => this.dismiss()}>${t('action.cancel')}</button>
        <button class="primary danger" ?disabled=${this.busy}>${t('message.delete')}</button>
      </footer>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.busy = true;
    this.error = '';
    try {
      await this.chat.sending.delete(this.state, this.message.seq);
      toast(this, t('delete.done'), 'info');
      // The pressed button goes with the text. The row stays, so it gets the focus.
      this.backTo(document.querySelector(`.row[data-seq="${this.message.seq}"]`));
      this.close();
    } catch (error) {
      this.error = explain(error);
    }
    this.busy = false;
  }
}

customElements.define('delete-message-dialog', DeleteMessageDialog);

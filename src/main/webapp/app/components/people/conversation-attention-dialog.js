/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Chat} from '../../chat.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { icon, named, titleOf } from '../common/pieces.js';
import '../rooms/room-attention-settings.js';

/** What a private conversation notifies the user of. */
export class ConversationAttentionDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
  }

  get brief() {
    return true;
  }

  get heading() {
    return t('attention.title');
  }

  content() {
    return html`<p class="dialog-sub">${icon('message')} ${named(titleOf(this.state))}</p>
      <div class="dialog-body"><room-attention-settings .chat=${this.chat} .state=${this.state}></room-attention-settings></div>`;
  }
}

customElements.define('conversation-attention-dialog', ConversationAttentionDialog);

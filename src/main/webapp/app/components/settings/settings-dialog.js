/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { adminAddress } from '../../models/route.js';
import { Dialog, openDialog } from '../common/dialog.js';
import { icon } from '../common/pieces.js';
import { tabBar } from '../common/tab-bar.js';
import '../people/block-settings.js';
import './appearance-settings.js';
import './attention-settings.js';
import './data-settings.js';
import './password-settings.js';
import './profile-settings.js';
import './session-settings.js';

/** @type {Record<string, Key>} */
const TABS = {
  profile: 'settings.profile',
  appearance: 'settings.appearance',
  attention: 'attention.title',
  password: 'settings.password',
  sessions: 'settings.sessions',
  blocked: 'settings.blocked',
  data: 'settings.data',
};

/** The settings of the user's account and of this browser. */
export class SettingsDialog extends Dialog {
  static properties = { chat: { attribute: false }, tab: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.tab = 'profile';
  }

  willUpdate() {
    this.watches(this.chat.session);
  }

  get heading() {
    return t('settings.title');
  }

  content() {
    return html`${tabBar(TABS, this.tab, (tab) => (this.tab = tab))}
      <div class="dialog-body settings-body" role="tabpanel" aria-label=${t(TABS[this.tab])}>${this.#panel()}</div>
      <footer class="dialog-foot spread">
        <button class="quiet for-keys" @click=${() => openDialog(this, 'shortcuts')}>${icon('keyboard')} ${t('shortcuts.title')}</button>
        ${this.chat.me.role === 'admin' ? html`<button class="quiet" @click=${() => this.leaveFor(adminAddress())}>${icon('shield')} ${t('admin.title')}</button>` : nothing}
        <button class="quiet" @click=${() => this.chat.signOut()}>${icon('leave')} ${t('settings.signOut')}</button>
      </footer>`;
  }

  #panel() {
    switch (this.tab) {
      case 'appearance':
        return html`<appearance-settings></appearance-settings>`;
      case 'attention':
        return html`<attention-settings .chat=${this.chat}></attention-settings>`;
      case 'password':
        return html`<password-settings .chat=${this.chat}></password-settings>`;
      case 'blocked':
        return html`<block-settings .chat=${this.chat}></block-settings>`;
      case 'data':
        return html`<data-settings .chat=${this.chat}></data-settings>`;
      case 'sessions':
        return html`<session-settings .chat=${this.chat}></session-settings>`;
      default:
        return html`<profile-settings .chat=${this.chat}></profile-settings>`;
    }
  }
}

customElements.define('settings-dialog', SettingsDialog);

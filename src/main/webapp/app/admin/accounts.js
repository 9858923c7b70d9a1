/** @import {Account} from '../models/wire.js' */
/** @import {Wanted} from './administering.js' */
import { html, nothing } from 'lit';
import { openDialog } from '../components/common/dialog.js';
import { avatar, handle, named, nameOf, presenceText } from '../components/common/pieces.js';
import { t } from '../language.js';
import { AdminList } from './list.js';
import './account-dialog.js';

/** All accounts. Each opens the dialog with its actions. @extends {AdminList<Account>} */
export class AdminAccounts extends AdminList {
  /** @type {(() => void) | undefined} */
  #unwatch;

  connectedCallback() {
    super.connectedCallback();
    this.#unwatch = this.desk.watch(() => this.desk.latest && this.replace(this.desk.latest));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  /** @param {Wanted} wanted */
  async page(wanted) {
    const { users, next } = await this.desk.accounts(wanted);
    return { items: users, next };
  }

  /** @param {Account} account */
  key({ username }) {
    return username;
  }

  tools() {
    return html`<div class="admin-tools">${this.searchField(t('admin.findAccount'))}
      <label class="inline"><span>${t('admin.show')}</span> <select @change=${this.#chosen}>
        <option value="">${t('admin.all')}</option>
        <option value="disabled">${t('admin.onlyDisabled')}</option>
        <option value="admin">${t('admin.onlyAdmins')}</option></select></label></div>`;
  }

  /** @param {Event} event */
  #chosen(event) {
    this.wanted.filter = /** @type {HTMLSelectElement} */ (event.target).value;
    this.fetch();
  }

  /** @param {Account} account */
  item(account) {
    return html`<li class="card" data-account=${account.username}>
      ${avatar(account, account.disabled ? undefined : account.presence)}
      <div class="card-text"><strong>${named(nameOf(account))} ${marksOf(account)}</strong>
        <span class="faint">${handle(account.username)} · ${presenceText(account)}</span></div>
      <button aria-label="${t('admin.manage')}: ${account.username}" aria-haspopup="dialog"
        @click=${() => openDialog(this, 'admin-account', { desk: this.desk, account })}>${t('admin.manage')}</button>
    </li>`;
  }
}

/** @param {Account} account its marks: administrator, disabled */
export const marksOf = ({ role, disabled }) => html`${role === 'admin' ? html`<span class="mark-word">${t('admin.isAdmin')}</span>` : nothing}
  ${disabled ? html`<span class="mark-word danger">${t('admin.isDisabled')}</span>` : nothing}`;

customElements.define('admin-accounts', AdminAccounts);

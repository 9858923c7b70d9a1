/** @import {Administering} from './administering.js' */
/** @import {Account} from '../models/wire.js' */
/** @import {AccountAction} from './account-actions.js' */
import { html, nothing } from 'lit';
import { Dialog } from '../components/common/dialog.js';
import { Faults } from '../components/common/faults.js';
import { avatar, errorLine, handle, icon, nameOf, presenceText } from '../components/common/pieces.js';
import { explain } from '../components/common/problems.js';
import { toast } from '../components/common/toast.js';
import { t, times } from '../language.js';
import { accountActions, actionsOn } from './account-actions.js';
import './sessions.js';

/** One account: its sessions, and what an administrator may do with it. Each action asks for confirmation. */
export class AdminAccountDialog extends Dialog {
  static properties = { desk: { attribute: false }, account: { attribute: false }, action: { state: true }, error: { state: true } };

  #faults = new Faults(this, { password: 'signin.badPassword' });

  constructor() {
    super();
    /** @type {Administering} */
    this.desk;
    /** @type {Account} */
    this.account;
    /** The action that waits for confirmation. @type {AccountAction | null} */
    this.action = null;
    this.error = '';
  }

  get heading() {
    const name = nameOf(this.account);
    return this.action ? t(accountActions[this.action].question, { name }) : name;
  }

  get #me() {
    return this.account.username === this.desk.chat.me.username;
  }

  content() {
    return this.action ? this.#question(this.action) : this.#overview();
  }

  #overview() {
    const { account } = this;
    return html`<div class="dialog-body stack">
      <p class="profile-head">${avatar(account)}
        <span><span class="faint">${handle(account.username)} · ${presenceText(account)}</span>
        <span>${t('profile.since', { date: times.date.format(new Date(account.createdAt)) })}</span></span></p>
      ${account.disabled ? html`<p class="notice">${t('admin.disabledMeans')}</p>` : nothing}
      ${this.#me ? html`<p class="notice">${t('admin.thatsYou')}</p>` : nothing}
      <div class="admin-actions">${actionsOn(account, this.#me).map((action) => html`<button class=${accountActions[action].danger ? 'danger' : ''} data-action=${action}
        @click=${() => this.#ask(action)}>${icon(accountActions[action].icon)} ${t(accountActions[action].name)}</button>`)}</div>
      <section class="stack"><h3>${t('settings.sessions')}</h3>
        <admin-sessions .desk=${this.desk} .username=${account.username} @end-all=${() => this.#ask('sessions')}></admin-sessions></section>
    </div>`;
  }

  /** @param {AccountAction} action */
  #question(action) {
    const { means, name, yes = name, danger, password } = accountActions[action];
    return html`<form novalidate @submit=${this.#submit} @input=${this.#faults.mended}>
      <div class="dialog-body stack">
        <p>${t(means)}</p>
        ${password ? this.#password() : nothing}
        ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button class="quiet" type="button" data-first @click=${() => this.busy || this.#ask(null)}>${t('action.cancel')}</button>
        <button class="primary ${danger ? 'danger' : ''}" ?disabled=${this.busy}>${t(yes)}</button>
      </footer>
    </form>`;
  }

  /** The password is visible, because the administrator passes it on. */
  #password() {
    return html`<label class="field"><span>${t('password.new')}</span>
      <input name="password" class="code" data-first required minlength="8" maxlength="128" autocomplete="off" autocapitalize="none" spellcheck="false"
        aria-invalid=${this.#faults.is('password')} aria-describedby=${this.#faults.by('password')} />
      ${this.#faults.about('password', `${t('signin.passwordHint')} ${t('admin.passOn')}`)}</label>`;
  }

  /** @param {AccountAction | null} action */
  async #ask(action) {
    const from = this.action;
    this.action = action;
    this.error = '';
    this.#faults.clear();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(action ? '[data-first]' : `[data-action=${from}]`) ?? this.querySelector('[data-action]'))?.focus();
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.error = '';
    if (!this.#faults.pass(event)) return;
    const password = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('password') ?? '');
    const { action, account } = this;
    if (!action) return;
    this.busy = true;
    try {
      this.account = (await accountActions[action].act(this.desk, account.username, password)) ?? account;
      toast(this, t(accountActions[action].done, { name: nameOf(account) }), 'info');
      if (this.#me) this.close();
      else await this.#ask(null);
    } catch (error) {
      if (!this.#faults.take(error)) this.error = explain(error, { conflict: 'admin.lastOne', not_found: 'direct.nobody' });
    }
    this.busy = false;
  }
}

customElements.define('admin-account-dialog', AdminAccountDialog);

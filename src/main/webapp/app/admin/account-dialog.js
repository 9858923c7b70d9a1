/** @import {Administering} from './administering.js' */
/** @import {Account} from '../models/wire.js' */
/** @import {Deed} from './deeds.js' */
import { html, nothing } from 'lit';
import { Dialog } from '../components/common/dialog.js';
import { avatar, errorLine, handle, icon, nameOf, presenceText } from '../components/common/pieces.js';
import { explain } from '../components/common/problems.js';
import { toast } from '../components/common/toast.js';
import { t, times } from '../language.js';
import { deeds, deedsOn } from './deeds.js';
import './sessions.js';

/** One account: its sessions, and what an administrator may do with it. Each action asks for confirmation. */
export class AdminAccountDialog extends Dialog {
  static properties = { desk: { attribute: false }, account: { attribute: false }, deed: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Administering} */
    this.desk;
    /** @type {Account} */
    this.account;
    /** The action that waits for confirmation. @type {Deed | null} */
    this.deed = null;
    this.error = '';
  }

  get heading() {
    const name = nameOf(this.account);
    return this.deed ? t(deeds[this.deed].whom, { name }) : name;
  }

  get #me() {
    return this.account.username === this.desk.chat.me.username;
  }

  content() {
    return this.deed ? this.#question(this.deed) : this.#overview();
  }

  #overview() {
    const { account } = this;
    return html`<div class="dialog-body stack">
      <p class="profile-head">${avatar(account)}
        <span><span class="faint">${handle(account.username)} · ${presenceText(account)}</span>
        <span>${t('profile.since', { date: times.date.format(new Date(account.createdAt)) })}</span></span></p>
      ${account.disabled ? html`<p class="notice">${t('admin.disabledMeans')}</p>` : nothing}
      ${this.#me ? html`<p class="notice">${t('admin.thatsYou')}</p>` : nothing}
      <div class="admin-deeds">${deedsOn(account, this.#me).map((deed) => html`<button class=${deeds[deed].hurts ? 'danger' : ''} data-deed=${deed}
        @click=${() => this.#ask(deed)}>${icon(deeds[deed].icon)} ${t(deeds[deed].name)}</button>`)}</div>
      <section class="stack"><h3>${t('settings.sessions')}</h3>
        <admin-sessions .desk=${this.desk} .username=${account.username} @end-all=${() => this.#ask('sessions')}></admin-sessions></section>
    </div>`;
  }

  /** @param {Deed} deed */
  #question(deed) {
    const { means, name, yes = name, hurts, password } = deeds[deed];
    return html`<form @submit=${this.#submit}>
      <div class="dialog-body stack">
        <p>${t(means)}</p>
        ${password ? this.#password() : nothing}
        ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button class="quiet" type="button" data-first @click=${() => this.busy || this.#ask(null)}>${t('action.cancel')}</button>
        <button class="primary ${hurts ? 'danger' : ''}" ?disabled=${this.busy}>${t(yes)}</button>
      </footer>
    </form>`;
  }

  /** The password is visible, because the administrator passes it on. */
  #password() {
    return html`<label class="field"><span>${t('password.new')}</span>
      <input name="password" class="code" data-first required minlength="8" maxlength="128" autocomplete="off" autocapitalize="none" spellcheck="false" />
      <small>${t('signin.passwordHint')} ${t('admin.passOn')}</small></label>`;
  }

  /** @param {Deed | null} deed */
  async #ask(deed) {
    const from = this.deed;
    this.deed = deed;
    this.error = '';
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(deed ? '[data-first]' : `[data-deed=${from}]`) ?? this.querySelector('[data-deed]'))?.focus();
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const password = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('password') ?? '');
    const { deed, account } = this;
    if (!deed) return;
    this.busy = true;
    this.error = '';
    try {
      this.account = (await deeds[deed].act(this.desk, account.username, password)) ?? account;
      toast(this, t(deeds[deed].done, { name: nameOf(account) }), 'info');
      if (this.#me) this.close();
      else await this.#ask(null);
    } catch (error) {
      this.error = explain(error, { conflict: 'admin.lastOne', not_found: 'direct.nobody' });
    }
    this.busy = false;
  }
}

customElements.define('admin-account-dialog', AdminAccountDialog);

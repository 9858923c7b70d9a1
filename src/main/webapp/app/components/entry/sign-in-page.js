/** @import {Session} from '../../lib/session.js' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { Light } from '../common/light.js';
import { errorLine, icon, mark } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** @type {Record<'ended' | 'disabled' | 'other_user', Key>} */
const ENDINGS = { ended: 'signin.ended', disabled: 'signin.disabled', other_user: 'signin.otherUser' };

/** The door: signing in, and making an account; the first administrator's where the server has none. */
export class SignInPage extends Light {
  static properties = { session: { attribute: false }, first: { type: Boolean }, code: { type: String }, invited: { type: Boolean }, making: { state: true }, busy: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Session} */
    this.session;
    this.first = false;
    /** For making the first administrator, if the address has it. */
    this.code = '';
    /** Whether a link into a room has led here. */
    this.invited = false;
    this.making = false;
    this.busy = false;
    this.error = '';
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('first')) this.#focus();
  }

  /** Where there is something to type. */
  #focus() {
    [...this.querySelectorAll('input')].find(({ value }) => !value)?.focus();
  }

  render() {
    const ending = this.session.ending;
    return html`<main class="door">
      <section class="door-brand">
        <p class="wordmark">${mark()} Parley</p>
        <p class="door-line">${t('signin.line')}</p>
        <ul class="door-promises">
          <li>${icon('check')} ${t('signin.promise.once')}</li>
          <li>${icon('check')} ${t('signin.promise.order')}</li>
          <li>${icon('check')} ${t('signin.promise.everyone')}</li>
        </ul>
      </section>
      <form class="door-form stack" @submit=${this.#submit}>
        <h1>${t(this.first ? 'signin.firstAdmin' : this.making ? 'signin.makeAccount' : 'signin.title')}</h1>
        ${this.invited && !this.error ? html`<p class="notice">${t('signin.invited')}</p>` : nothing}
        ${ending && !this.error ? html`<p class="notice" role="status">${t(ENDINGS[ending])}</p>` : nothing}
        ${this.first ? this.#code() : nothing} ${this.#fields(this.first || this.making)} ${errorLine(this.error)}
        <button class="primary wide" ?disabled=${this.busy}>${t(this.first || this.making ? 'signin.make' : 'signin.signIn')}</button>
        ${this.first ? nothing : this.#otherWay()}
      </form>
    </main>`;
  }

  #otherWay() {
    return html`<p class="door-other">
      ${t(this.making ? 'signin.haveAccount' : 'signin.noAccount')}
      <button type="button" class="link" @click=${this.#toggle}>${t(this.making ? 'signin.signIn' : 'signin.makeAccount')}</button>
    </p>
    ${this.making ? nothing : html`<p class="door-other">${t('signin.forgot')}</p>`}`;
  }

  #code() {
    return html`<label class="field"><span>${t('signin.code')}</span>
      <input name="code" .value=${this.code} autocomplete="off" autocapitalize="none" spellcheck="false" required maxlength="64" />
      <small>${t('signin.codeHint')}</small></label>`;
  }

  /** @param {boolean} making whether for a new account */
  #fields(making) {
    return html`<label class="field">
        <span>${t('signin.username')}</span>
        <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required
          minlength=${making ? 2 : 1} maxlength="32" />
        ${making ? html`<small>${t('signin.usernameHint')}</small>` : nothing}
      </label>
      ${making && !this.first
        ? html`<label class="field">
            <span>${t('profile.displayName')} <small>${t('field.optional')}</small></span>
            <input name="displayName" autocomplete="name" maxlength="64" />
          </label>`
        : nothing}
      <label class="field">
        <span>${t('signin.password')}</span>
        <input name="password" type="password" required minlength=${making ? 8 : 1} maxlength="128"
          autocomplete=${making ? 'new-password' : 'current-password'} />
        ${making ? html`<small>${t('signin.passwordHint')}</small>` : nothing}
      </label>`;
  }

  #toggle() {
    this.making = !this.making;
    this.error = '';
    this.updateComplete.then(() => this.#focus());
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [username, password, displayName, code] = ['username', 'password', 'displayName', 'code'].map((name) => String(data.get(name) ?? ''));
    this.busy = true;
    this.error = '';
    try {
      if (this.first) await this.session.setUp({ code: code.trim(), username: username.trim(), password });
      else if (this.making) await this.session.register({ username: username.trim(), password, ...(displayName.trim() && { displayName }) });
      else await this.session.signIn({ username: username.trim(), password });
    } catch (error) {
      this.error = this.#words(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {unknown} error */
  #words(error) {
    const problem = problemOf(error);
    if (problem.blames('username')) return t('signin.badUsername');
    if (problem.blames('password')) return t('signin.badPassword');
    return explain(error, { forbidden: this.first ? 'signin.wrongCode' : 'signin.disabled', invalid_credentials: 'problem.invalid_credentials' });
  }
}

customElements.define('sign-in-page', SignInPage);

/** @import {Session} from '../../lib/session.js' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t, tx } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { Light } from '../common/light.js';
import { errorLine, icon, mark, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** @type {Record<'ended' | 'disabled' | 'other_user', Key>} */
const ENDINGS = { ended: 'signin.ended', disabled: 'signin.disabled', other_user: 'signin.otherUser' };

/** The texts for wrong fields that the page finds itself. @type {Record<string, Key>} */
const FAULTS = { username: 'signin.badUsername', password: 'signin.badPassword' };

/** Signing in and creating an account. If the server has no administrator, it creates the first one. */
export class SignInPage extends Light {
  static properties = { session: { attribute: false }, first: { type: Boolean }, code: { type: String }, invite: { type: String }, invitation: { state: true }, making: { state: true },
    busy: { state: true }, error: { state: true }, faults: { state: true } };

  constructor() {
    super();
    /** @type {Session} */
    this.session;
    this.first = false;
    /** The set-up code for the first administrator, if the address has it. */
    this.code = '';
    /** The code of the invitation that the user has followed. */
    this.invite = '';
    /** The invitation, once it is loaded. @type {Awaited<ReturnType<Session['invitation']>> | null} */
    this.invitation = null;
    this.making = false;
    this.busy = false;
    this.error = '';
    /** The error of each wrong field, by its name. @type {Record<string, string>} */
    this.faults = {};
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('invite')) this.#invited();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('first')) this.#focus();
  }

  /** Most people who follow an invitation are new, so the page offers a new account first. */
  #invited() {
    const { invite } = this;
    this.invitation = null;
    this.making = invite !== '';
    if (!invite) return;
    this.session.invitation(invite).then(
      (invitation) => {
        if (this.invite === invite) this.invitation = invitation;
      },
      () => undefined,
    );
  }

  /** Moves the focus to the first field to fill in. */
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
      <form class="door-form stack" novalidate @submit=${this.#submit} @input=${this.#typed}>
        <h1>${t(this.first ? 'signin.firstAdmin' : this.making ? 'signin.makeAccount' : 'signin.title')}</h1>
        ${this.invite ? html`<p class="notice">${this.#invitedTo()}</p>` : nothing}
        ${ending && !this.error ? html`<p class="notice" role="status">${t(ENDINGS[ending])}</p>` : nothing}
        ${this.first ? this.#code() : nothing} ${this.#fields(this.first || this.making)} ${errorLine(this.error)}
        <button class="primary wide" ?disabled=${this.busy}>${t(this.first || this.making ? 'signin.make' : 'signin.signIn')}</button>
        ${this.first ? nothing : this.#otherWay()}
      </form>
    </main>`;
  }

  #invitedTo() {
    const { invitation } = this;
    return invitation ? tx('signin.invitedBy', { by: named(invitation.by.displayName), room: named(invitation.room) }) : t('signin.invited');
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
      <input name="code" .value=${this.code} autocomplete="off" autocapitalize="none" spellcheck="false" required maxlength="64"
        aria-invalid=${String('code' in this.faults)} aria-describedby="about-code" />
      ${this.#about('code', t('signin.codeHint'))}</label>`;
  }

  /** @param {boolean} making whether the form is for a new account */
  #fields(making) {
    return html`<label class="field">
        <span>${t('signin.username')}</span>
        <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required
          minlength=${making ? 2 : 1} maxlength="32" aria-invalid=${String('username' in this.faults)} aria-describedby="about-username" />
        ${this.#about('username', making ? t('signin.usernameHint') : '')}
      </label>
      ${making
        ? html`<label class="field">
            <span>${t('profile.displayName')} <small>${t('field.optional')}</small></span>
            <input name="displayName" autocomplete="name" maxlength="64" />
          </label>`
        : nothing}
      <label class="field">
        <span>${t('signin.password')}</span>
        <input name="password" type="password" required minlength=${making ? 8 : 1} maxlength="128"
          autocomplete=${making ? 'new-password' : 'current-password'} aria-invalid=${String('password' in this.faults)} aria-describedby="about-password" />
        ${this.#about('password', making ? t('signin.passwordHint') : '')}
      </label>`;
  }

  /**
   * The error of a field, or else its hint.
   * @param {string} name
   * @param {string} hint
   */
  #about(name, hint) {
    const fault = this.faults[name];
    return html`<small id="about-${name}" class=${fault ? 'error' : nothing} role=${fault ? 'alert' : nothing}>${fault ?? hint}</small>`;
  }

  /** @param {InputEvent} event */
  #typed({ target }) {
    const { [/** @type {HTMLInputElement} */ (target).name]: _mended, ...others } = this.faults;
    this.faults = others;
  }

  #toggle() {
    this.making = !this.making;
    this.error = '';
    this.updateComplete.then(() => this.#focus());
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    this.error = '';
    this.faults = Object.fromEntries([...form.querySelectorAll('input')].filter(({ validity }) => !validity.valid).map((input) => [input.name, wrong(input)]));
    if (Object.keys(this.faults).length) return this.#toFault();
    const data = new FormData(form);
    const [username, displayName, code] = ['username', 'displayName', 'code'].map((name) => String(data.get(name) ?? '').trim());
    const account = { username, password: String(data.get('password')), ...(displayName && { displayName }) };
    this.busy = true;
    try {
      if (this.first) await this.session.setUp({ code, ...account });
      else if (this.making) await this.session.register(account);
      else await this.session.signIn(account);
    } catch (error) {
      this.#refused(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {unknown} error */
  #refused(error) {
    const problem = problemOf(error);
    if (problem.code === 'username_taken') this.faults = { username: explain(error) };
    else if (problem.code === 'forbidden' && this.first) this.faults = { code: t('signin.wrongCode') };
    else this.faults = Object.fromEntries(Object.entries(FAULTS).filter(([name]) => problem.blames(name)).map(([name, key]) => [name, t(key)]));
    if (Object.keys(this.faults).length) this.#toFault();
    else this.error = explain(error, { forbidden: 'signin.disabled', invalid_credentials: 'problem.invalid_credentials' });
  }

  /** Moves the focus to the first wrong field. */
  async #toFault() {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('input[aria-invalid="true"]'))?.focus();
  }
}

/** @param {HTMLInputElement} input that the browser reports as invalid */
function wrong({ name, validity }) {
  const fault = FAULTS[name];
  return t(validity.valueMissing || !fault ? 'signin.missing' : fault);
}

customElements.define('sign-in-page', SignInPage);

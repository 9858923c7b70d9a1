/** @import {Session} from '../../lib/session.js' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t, tx } from '../../language.js';
import { Faults } from '../common/faults.js';
import { Light } from '../common/light.js';
import { errorLine, icon, mark, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** @type {Record<'ended' | 'deleted' | 'disabled' | 'other_user', Key>} */
const ENDINGS = { ended: 'signin.ended', deleted: 'signin.deleted', disabled: 'signin.disabled', other_user: 'signin.otherUser' };

/** Signing in and creating an account. If the server has no administrator, it creates the first one. */
export class SignInPage extends Light {
  static properties = { session: { attribute: false }, first: { type: Boolean }, code: { type: String }, invite: { type: String }, invitation: { state: true }, making: { state: true },
    busy: { state: true }, error: { state: true } };

  #faults = new Faults(this, { username: 'signin.badUsername', password: 'signin.badPassword' });

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
      <form class="door-form stack" novalidate @submit=${this.#submit} @input=${this.#faults.mended}>
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
    return invitation?.room ? tx('signin.invitedBy', { by: named(invitation.by.displayName), room: named(invitation.room) }) : t('signin.invited');
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
        aria-invalid=${this.#faults.is('code')} aria-describedby=${this.#faults.by('code')} />
      ${this.#faults.about('code', t('signin.codeHint'))}</label>`;
  }

  /** @param {boolean} making whether the form is for a new account */
  #fields(making) {
    return html`<label class="field">
        <span>${t('signin.username')}</span>
        <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required
          minlength=${making ? 2 : 1} maxlength="32" aria-invalid=${this.#faults.is('username')} aria-describedby=${this.#faults.by('username')} />
        ${this.#faults.about('username', making ? t('signin.usernameHint') : '')}
      </label>
      ${making
        ? html`<label class="field">
            <span>${t('profile.displayName')} <small>${t('field.optional')}</small></span>
            <input name="displayName" autocomplete="name" maxlength="64" aria-invalid=${this.#faults.is('displayName')} aria-describedby=${this.#faults.by('displayName')} />
            ${this.#faults.about('displayName')}
          </label>`
        : nothing}
      <label class="field">
        <span>${t('signin.password')}</span>
        <input name="password" type="password" required minlength=${making ? 8 : 1} maxlength="128"
          autocomplete=${making ? 'new-password' : 'current-password'} aria-invalid=${this.#faults.is('password')} aria-describedby=${this.#faults.by('password')} />
        ${this.#faults.about('password', making ? t('signin.passwordHint') : '')}
      </label>`;
  }

  #toggle() {
    this.making = !this.making;
    this.error = '';
    this.#faults.clear();
    this.updateComplete.then(() => this.#focus());
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    this.error = '';
    if (!this.#faults.pass(event)) return;
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
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
    const about = { username_taken: 'username', ...(this.first && { forbidden: 'code' }) };
    if (!this.#faults.take(error, about, { forbidden: 'signin.wrongCode' })) this.error = explain(error, { forbidden: 'signin.disabled' });
  }
}

customElements.define('sign-in-page', SignInPage);

/** @import {Chat} from '../../chat.js' */
import { html } from 'lit';
import { t, tx } from '../../language.js';
import { Faults } from '../common/faults.js';
import { handle } from '../common/pieces.js';
import { Question } from '../common/question.js';

/** Says what goes and what stays, and asks for the password. Afterwards the sign-in page says that the account is gone. */
export class DeleteAccountDialog extends Question {
  static properties = { ...Question.properties, chat: { attribute: false } };

  faults = new Faults(this, { password: 'password.wrong' });

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
  }

  get heading() {
    return t('deleteAccount.title');
  }

  get answer() {
    return { label: t('deleteAccount.now'), danger: true };
  }

  get refusals() {
    return { conflict: /** @type {const} */ ('deleteAccount.last') };
  }

  fields() {
    const { username } = this.chat.me;
    return html`<ul class="means">
        <li>${t('deleteAccount.goes')}</li>
        <li>${t('deleteAccount.stays')}</li>
        <li>${t('deleteAccount.rooms')}</li>
        <li>${tx('deleteAccount.name', { name: handle(username) })}</li>
      </ul>
      <p><strong>${t('deleteAccount.final')}</strong></p>
      <input type="text" name="username" autocomplete="username" .value=${username} hidden />
      <label class="field"><span>${t('deleteAccount.password')}</span>
        <input name="password" type="password" required maxlength="128" autocomplete="current-password"
          aria-invalid=${this.faults.is('password')} aria-describedby=${this.faults.by('password')} />
        ${this.faults.about('password')}</label>`;
  }

  /** @param {FormData} given */
  async act(given) {
    await this.chat.account.delete(String(given.get('password')));
    return '';
  }
}

customElements.define('delete-account-dialog', DeleteAccountDialog);

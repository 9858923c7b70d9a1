import { html } from 'lit';
import { t } from '../../language.js';
import { Faults } from '../common/faults.js';
import { SettingsForm } from '../common/settings-form.js';

/** A new password. It ends every other session. */
export class PasswordSettings extends SettingsForm {
  faults = new Faults(this, { current: 'password.wrong', password: 'signin.badPassword' });

  fields() {
    return html`<input type="text" name="username" autocomplete="username" .value=${this.chat.me.username} hidden />
      <label class="field"><span>${t('password.current')}</span>
        <input name="current" type="password" required maxlength="128" autocomplete="current-password"
          aria-invalid=${this.faults.is('current')} aria-describedby=${this.faults.by('current')} />
        ${this.faults.about('current')}</label>
      <label class="field"><span>${t('password.new')}</span>
        <input name="password" type="password" required minlength="8" maxlength="128" autocomplete="new-password"
          aria-invalid=${this.faults.is('password')} aria-describedby=${this.faults.by('password')} />
        ${this.faults.about('password', t('signin.passwordHint'))}</label>
      <p class="faint">${t('password.effect')}</p>`;
  }

  /** @param {(name: string) => string} value */
  async save(value) {
    await this.chat.account.changePassword(value('current'), value('password'));
  }
}

customElements.define('password-settings', PasswordSettings);

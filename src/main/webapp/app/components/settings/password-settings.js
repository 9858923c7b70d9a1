import { html } from 'lit';
import { t } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { explain } from '../common/problems.js';
import { SettingsForm } from '../common/settings-form.js';

/** A new password. It ends every other session. */
export class PasswordSettings extends SettingsForm {
  fields() {
    return html`<input type="text" name="username" autocomplete="username" .value=${this.chat.me.username} hidden />
      <label class="field"><span>${t('password.current')}</span>
        <input name="current" type="password" required maxlength="128" autocomplete="current-password" /></label>
      <label class="field"><span>${t('password.new')}</span>
        <input name="password" type="password" required minlength="8" maxlength="128" autocomplete="new-password" />
        <small>${t('signin.passwordHint')}</small></label>
      <p class="faint">${t('password.effect')}</p>`;
  }

  /** @param {(name: string) => string} value */
  async save(value) {
    await this.chat.account.changePassword(value('current'), value('password'));
  }

  /** @param {unknown} error */
  words(error) {
    const problem = problemOf(error);
    if (problem.blames('current')) return t('password.wrong');
    return problem.blames('password') ? t('signin.badPassword') : explain(error);
  }
}

customElements.define('password-settings', PasswordSettings);

import { html } from 'lit';
import { t } from '../../language.js';
import { SettingsForm } from '../common/settings-form.js';
import './picture-settings.js';

/** The profile that other users see. */
export class ProfileSettings extends SettingsForm {
  render() {
    return html`<picture-settings .chat=${this.chat}></picture-settings> ${super.render()}`;
  }

  fields() {
    const { me } = this.chat;
    return html`<label class="field"><span>${t('profile.displayName')}</span>
        <input name="displayName" required maxlength="64" .value=${me.displayName} autocomplete="name" dir="auto"
          aria-invalid=${this.faults.is('displayName')} aria-describedby=${this.faults.by('displayName')} />
        ${this.faults.about('displayName')}</label>
      <label class="field"><span>${t('profile.bio')} <small>${t('field.optional')}</small></span>
        <textarea name="bio" rows="3" maxlength="500" dir="auto" .value=${me.bio ?? ''}
          aria-invalid=${this.faults.is('bio')} aria-describedby=${this.faults.by('bio')}></textarea>
        ${this.faults.about('bio')}</label>`;
  }

  /** @param {(name: string) => string} value */
  async save(value) {
    await this.chat.account.describe({ displayName: value('displayName').trim(), bio: value('bio').trim() });
  }
}

customElements.define('profile-settings', ProfileSettings);

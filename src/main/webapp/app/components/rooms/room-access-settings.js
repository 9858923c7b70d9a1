/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Faults } from '../common/faults.js';
import { icon } from '../common/pieces.js';
import { SettingsForm } from '../common/settings-form.js';

/** Who may join, and whether the room is archived. */
export class RoomAccessSettings extends SettingsForm {
  static properties = { ...SettingsForm.properties, clearing: { state: true } };

  faults = new Faults(this, { password: 'signin.badPassword' });

  constructor() {
    super();
    /** @type {RoomState} */
    this.state;
    this.clearing = false;
  }

  fields() {
    const { room } = this.state;
    if (room.name === 'main') return html`<p class="faint">${t('roomSettings.main')}</p>`;
    return html`<fieldset class="choices"><legend>${t('create.visibility')}</legend>
        <label class="choice"><input type="radio" name="visibility" value="public" .checked=${room.kind === 'public'} />${icon('hash')}
          <span><strong>${t('create.public')}</strong><small>${t('create.publicHint')}</small></span></label>
        <label class="choice"><input type="radio" name="visibility" value="private" .checked=${room.kind === 'private'} />${icon('lock')}
          <span><strong>${t('create.private')}</strong><small>${t('create.privateHint')}</small></span></label></fieldset>
      <label class="field"><span>${t(room.hasPassword ? 'roomSettings.newPassword' : 'create.password')}</span>
        <input name="password" type="password" minlength="8" maxlength="128" autocomplete="new-password" ?disabled=${this.clearing}
          aria-invalid=${this.faults.is('password')} aria-describedby=${this.faults.by('password')} />
        ${this.faults.about('password', t(room.hasPassword ? 'roomSettings.passwordKept' : 'create.passwordHint'))}</label>
      ${room.hasPassword
        ? html`<label class="check"><input type="checkbox" name="clear" .checked=${this.clearing} @change=${() => (this.clearing = !this.clearing)} /> ${t('roomSettings.clearPassword')}</label>`
        : nothing}
      <label class="check"><input type="checkbox" name="archived" .checked=${room.archived} /> <span>${t('roomSettings.archive')} <small>${t('roomSettings.archiveHint')}</small></span></label>`;
  }

  /** @param {(name: string) => string} value */
  async save(value) {
    const { room } = this.state;
    const visibility = value('visibility');
    const archived = value('archived') === 'on';
    const password = this.clearing ? null : value('password') || undefined;
    await this.chat.entering.change(room.id, {
      ...(visibility && visibility !== room.kind && { visibility }),
      ...(archived !== room.archived && { archived }),
      ...(password !== undefined && { password }),
    });
    this.clearing = false;
  }
}

customElements.define('room-access-settings', RoomAccessSettings);

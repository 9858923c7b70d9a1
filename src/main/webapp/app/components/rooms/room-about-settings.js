/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { isGroup } from '../../models/groups.js';
import { Faults } from '../common/faults.js';
import { icon, moment, named } from '../common/pieces.js';
import { SettingsForm } from '../common/settings-form.js';
import { chooseEmoji } from '../emoji/choose-emoji.js';
import { hyphened } from './room-name.js';

/** Name, emoji, topic and slow mode. All members can read them. Only some may change them. */
export class RoomAboutSettings extends SettingsForm {
  static properties = { ...SettingsForm.properties, rank: { attribute: false }, emoji: { state: true } };

  faults = new Faults(this, { name: 'create.badName', slowModeSeconds: 'roomSettings.badSlowMode' });

  constructor() {
    super();
    /** @type {RoomState} */
    this.state;
    /** 2 owner, 1 moderator, 0 member. */
    this.rank = 0;
    /** The emoji as chosen here; null for none, undefined until the user chooses. @type {string | null | undefined} */
    this.emoji = undefined;
  }

  render() {
    return this.rank > 0 ? super.render() : this.#facts();
  }

  #facts() {
    const { room } = this.state;
    return html`<dl class="facts">
      <div><dt>${t('create.topic')}</dt><dd>${room.topic ? named(room.topic) : t('roomSettings.noTopic')}</dd></div>
      <div><dt>${t('role.owner')}</dt><dd>${room.owner ? named(room.owner) : t('roomSettings.noOwner')}</dd></div>
      <div><dt>${t('roomSettings.created')}</dt><dd>${moment(room.createdAt)}</dd></div>
      <div><dt>${t('roomSettings.slowMode')}</dt><dd>${room.slowModeSeconds ? t('roomSettings.seconds', { count: room.slowModeSeconds }) : t('roomSettings.off')}</dd></div>
    </dl>`;
  }

  fields() {
    const { room } = this.state;
    return html`${this.rank === 2 && room.name !== 'main'
        ? html`<label class="field"><span>${t('create.name')}</span>
            <input name="name" ?required=${!isGroup(room)} maxlength="50" .value=${room.name ?? ''} autocomplete="off" @input=${hyphened} aria-invalid=${this.faults.is('name')} aria-describedby=${this.faults.by('name')} />
            ${this.faults.about('name', t(isGroup(room) ? 'group.nameHint' : 'create.nameHint'))}</label>`
        : nothing}
      ${this.rank === 2 ? this.#emojiField() : nothing}
      <label class="field"><span>${t('create.topic')}</span>
        <input name="topic" maxlength="500" .value=${room.topic ?? ''} autocomplete="off" dir="auto" aria-invalid=${this.faults.is('topic')} aria-describedby=${this.faults.by('topic')} />
        ${this.faults.about('topic')}</label>
      <label class="field"><span>${t('roomSettings.slowMode')}</span>
        <input name="slowModeSeconds" type="number" required min="0" max="86400" .value=${String(room.slowModeSeconds)} inputmode="numeric"
          aria-invalid=${this.faults.is('slowModeSeconds')} aria-describedby=${this.faults.by('slowModeSeconds')} />
        ${this.faults.about('slowModeSeconds', t('roomSettings.slowModeHint'))}</label>`;
  }

  get #emoji() {
    return this.emoji === undefined ? (this.state.room.emoji ?? null) : this.emoji;
  }

  #emojiField() {
    const emoji = this.#emoji;
    return html`<div class="field"><span id="room-emoji">${t('roomSettings.emoji')} <small>${t('field.optional')}</small></span>
      <span class="emoji-choice"><button type="button" @click=${this.#choose} aria-describedby="room-emoji">
          ${emoji ? html`<span class="room-emoji">${emoji}</span>` : icon('smile')} ${t('roomSettings.chooseEmoji')}</button>
        ${emoji ? html`<button type="button" class="quiet square" aria-label=${t('roomSettings.removeEmoji')} data-tip=${t('roomSettings.removeEmoji')} @click=${() => this.#chosen(null)}>${icon('close')}</button>` : nothing}
      </span></div>`;
  }

  /** @param {Event} event */
  async #choose({ currentTarget }) {
    const emoji = await chooseEmoji(/** @type {HTMLElement} */ (currentTarget));
    if (emoji) this.#chosen(emoji);
  }

  /** @param {string | null} emoji */
  #chosen(emoji) {
    this.emoji = emoji;
    this.saved = false;
  }

  /** @param {(name: string) => string} value */
  async save(value) {
    const { room } = this.state;
    const emoji = this.#emoji;
    const name = value('name').trim();
    const topic = value('topic').trim();
    const slowModeSeconds = Number(value('slowModeSeconds'));
    await this.chat.entering.change(room.id, {
      ...(topic !== (room.topic ?? '') && { topic: topic || null }),
      ...(slowModeSeconds !== room.slowModeSeconds && { slowModeSeconds }),
      ...(name && name !== room.name && { name }),
      ...(emoji !== (room.emoji ?? null) && { emoji }),
    });
    this.emoji = undefined;
  }

  get blamed() {
    return { room_name_taken: 'name' };
  }
}

customElements.define('room-about-settings', RoomAboutSettings);

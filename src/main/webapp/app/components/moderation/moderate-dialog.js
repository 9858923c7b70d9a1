/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { t, times } from '../../language.js';
import { named, roomGlyph, titleOf } from '../common/pieces.js';
import { Question } from '../common/question.js';

const HOUR_MS = 3_600_000;
/** How long it lasts, in hours; 0 for no end. */
const LASTING = [1, 24, 168, 0];

/** @typedef {'kick' | 'ban' | 'mute'} Measure */

/** Asks staff for the reason and the duration before a user is removed, banned or muted. */
export class ModerateDialog extends Question {
  static properties = { chat: { attribute: false }, state: { attribute: false }, username: {}, measure: {} };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.username = '';
    /** @type {Measure} */
    this.measure = 'kick';
  }

  get heading() {
    return t(`moderate.${this.measure}Whom`, { name: this.state.nameOf(this.username) });
  }

  get answer() {
    return { label: t(`moderate.${this.measure}`), danger: true };
  }

  /** @returns {Partial<Record<string, Key>>} */
  get refusals() {
    return { conflict: 'moderate.lastOwner', not_found: 'moderate.notHere' };
  }

  subject() {
    return html`<p class="dialog-sub">${roomGlyph(this.state.room)} ${named(titleOf(this.state))}</p>`;
  }

  fields() {
    return html`<p class="faint">${t(`moderate.${this.measure}Means`)}</p>
      <label class="field"><span>${t('moderate.reason')}</span>
        <input name="reason" maxlength="500" autocomplete="off" autofocus aria-invalid=${this.faults.is('reason')} aria-describedby=${this.faults.by('reason')} />
        ${this.faults.about('reason', t('moderate.reasonHint'))}</label>
      ${this.measure === 'kick' ? nothing : this.#lasting()}`;
  }

  #lasting() {
    return html`<label class="field"><span>${t('moderate.lasting')}</span>
      <select name="hours">${LASTING.map((hours) => html`<option value=${hours}>${hours ? times.lasting(hours * HOUR_MS) : t('moderate.forGood')}</option>`)}</select></label>`;
  }

  /** @param {FormData} given */
  async act(given) {
    const hours = Number(given.get('hours') ?? 0);
    await this.#impose(String(given.get('reason') ?? ''), hours);
    return this.#done(hours);
  }

  /** @param {number} hours */
  #done(hours) {
    const { measure, state } = this;
    const values = { name: state.nameOf(this.username), room: titleOf(state), lasting: times.lasting(hours * HOUR_MS) };
    if (measure === 'kick') return t('moderate.kickDone', values);
    return t(hours ? `moderate.${measure}Done` : `moderate.${measure}DoneForGood`, values);
  }

  /**
   * @param {string} reason
   * @param {number} hours
   */
  #impose(reason, hours) {
    const { chat, state, username, measure } = this;
    if (measure === 'kick') return chat.moderating.kick(state, username, reason);
    const until = hours ? new Date(Date.now() + hours * HOUR_MS).toISOString() : null;
    return chat.moderating.impose(state, measure === 'ban' ? 'bans' : 'mutes', { username, reason, until });
  }
}

customElements.define('moderate-dialog', ModerateDialog);

/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { t, times } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { errorLine, named, roomGlyph } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';

const HOUR_MS = 3_600_000;
/** How long it lasts, in hours; 0 for no end. */
const LASTING = [1, 24, 168, 0];

/** @typedef {'kick' | 'ban' | 'mute'} Measure */

/** Asks staff for the reason and the duration before a user is removed, banned or muted. */
export class ModerateDialog extends Dialog {
  static properties = { chat: { attribute: false }, state: { attribute: false }, username: {}, measure: {}, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.username = '';
    /** @type {Measure} */
    this.measure = 'kick';
    this.error = '';
  }

  get brief() {
    return true;
  }

  get heading() {
    return t(`moderate.${this.measure}Whom`, { name: this.state.nameOf(this.username) });
  }

  content() {
    return html`<form @submit=${this.#submit}>
      <p class="dialog-sub">${roomGlyph(this.state.room)} ${named(this.state.room.name)}</p>
      <div class="dialog-body stack">
        <p class="faint">${t(`moderate.${this.measure}Means`)}</p>
        <label class="field"><span>${t('moderate.reason')}</span>
          <input name="reason" maxlength="500" autocomplete="off" autofocus /><small class="faint">${t('moderate.reasonHint')}</small></label>
        ${this.measure === 'kick' ? nothing : this.#lasting()}
        ${errorLine(this.error)}
      </div>
      <footer class="dialog-foot">
        <button class="quiet" type="button" @click=${() => this.dismiss()}>${t('action.cancel')}</button>
        <button class="primary danger" ?disabled=${this.busy}>${t(`moderate.${this.measure}`)}</button>
      </footer>
    </form>`;
  }

  #lasting() {
    return html`<label class="field"><span>${t('moderate.lasting')}</span>
      <select name="hours">${LASTING.map((hours) => html`<option value=${hours}>${hours ? times.lasting(hours * HOUR_MS) : t('moderate.forGood')}</option>`)}</select></label>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    this.error = '';
    try {
      const hours = Number(given.get('hours') ?? 0);
      await this.#act(String(given.get('reason') ?? ''), hours);
      toast(this, this.#done(hours), 'info');
      this.close();
    } catch (error) {
      this.error = explain(error, { conflict: 'moderate.lastOwner', not_found: 'moderate.notHere' });
    }
    this.busy = false;
  }

  /** @param {number} hours */
  #done(hours) {
    const { measure, state } = this;
    const values = { name: state.nameOf(this.username), room: state.room.name, lasting: times.lasting(hours * HOUR_MS) };
    if (measure === 'kick') return t('moderate.kickDone', values);
    return t(hours ? `moderate.${measure}Done` : `moderate.${measure}DoneForGood`, values);
  }

  /**
   * @param {string} reason
   * @param {number} hours
   */
  #act(reason, hours) {
    const { chat, state, username, measure } = this;
    if (measure === 'kick') return chat.moderating.kick(state, username, reason);
    const until = hours ? new Date(Date.now() + hours * HOUR_MS).toISOString() : null;
    return chat.moderating.impose(state, measure === 'ban' ? 'bans' : 'mutes', { username, reason, until });
  }
}

customElements.define('moderate-dialog', ModerateDialog);

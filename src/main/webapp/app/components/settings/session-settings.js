/** @import {Chat} from '../../chat.js' */
/** @import {SessionInfo} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t, times } from '../../language.js';
import { deviceOf } from '../../models/device.js';
import { Light } from '../common/light.js';
import { errorLine, icon, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** The user's sessions, and ending them. */
export class SessionSettings extends Light {
  static properties = { chat: { attribute: false }, sessions: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {SessionInfo[] | null} */
    this.sessions = null;
    this.error = '';
  }

  firstUpdated() {
    this.#do(async () => undefined);
  }

  render() {
    return html`${errorLine(this.error)}
      ${this.sessions ? html`<ul class="cards">${this.sessions.map((session) => this.#session(session))}</ul>` : notYet(this.error, () => this.#do(async () => undefined))}`;
  }

  /** @param {SessionInfo} session */
  #session({ id, current, userAgent, address, lastSeenAt }) {
    const device = deviceOf(userAgent) || t('sessions.unknown');
    return html`<li class="card">
      ${icon('device')}
      <div class="card-text"><strong>${device}</strong>
        <span class="faint"><bdi>${address}</bdi> · ${current ? t('sessions.current') : t('sessions.seen', { time: times.ago(lastSeenAt, new Date()) })}</span></div>
      ${current ? nothing : html`<button aria-label="${t('sessions.end')}: ${device}" @click=${() => this.#do(() => this.chat.account.revoke(id))}>${t('sessions.end')}</button>`}
    </li>`;
  }

  /** @param {() => Promise<unknown>} action */
  async #do(action) {
    try {
      await action();
      this.sessions = await this.chat.account.sessions();
      this.error = '';
    } catch (error) {
      this.error = explain(error);
    }
  }
}

customElements.define('session-settings', SessionSettings);

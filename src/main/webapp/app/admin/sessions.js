/** @import {Administering} from './administering.js' */
/** @import {SessionInfo} from '../models/wire.js' */
import { html, nothing } from 'lit';
import { Light } from '../components/common/light.js';
import { errorLine, icon, notYet } from '../components/common/pieces.js';
import { explain } from '../components/common/problems.js';
import { t, times } from '../language.js';
import { deviceOf } from '../models/device.js';

/** The sessions of an account. */
export class AdminSessions extends Light {
  static properties = { desk: { attribute: false }, username: {}, sessions: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Administering} */
    this.desk;
    this.username = '';
    /** @type {SessionInfo[] | null} */
    this.sessions = null;
    this.error = '';
  }

  firstUpdated() {
    this.#do(async () => undefined);
  }

  render() {
    return html`${errorLine(this.error)} ${this.sessions ? this.#list(this.sessions) : notYet(this.error, () => this.#do(async () => undefined))}`;
  }

  /** @param {SessionInfo[]} sessions */
  #list(sessions) {
    if (!sessions.length) return html`<p class="faint">${t('admin.noSessions')}</p>`;
    return html`<ul class="cards tight">${sessions.map((session) => this.#session(session))}</ul>
      ${sessions.some(({ current }) => current) ? nothing : html`<p><button class="danger" @click=${() => this.emit('end-all')}>${icon('leave')} ${t('admin.endAll')}</button></p>`}`;
  }

  /** @param {SessionInfo} session */
  #session({ id, current, userAgent, address, lastSeenAt }) {
    const device = deviceOf(userAgent) || t('sessions.unknown');
    return html`<li class="card">
      ${icon('device')}
      <div class="card-text"><strong>${device}</strong>
        <span class="faint"><bdi>${address}</bdi> · ${current ? t('sessions.current') : t('sessions.seen', { time: times.ago(lastSeenAt, new Date()) })}</span></div>
      ${current ? nothing : html`<button aria-label="${t('sessions.end')}: ${device}" @click=${() => this.#do(() => this.desk.endSessions(this.username, id))}>${t('sessions.end')}</button>`}
    </li>`;
  }

  /** @param {() => Promise<unknown>} action */
  async #do(action) {
    try {
      await action();
      this.sessions = await this.desk.sessions(this.username);
      this.error = '';
    } catch (error) {
      this.error = explain(error);
    }
  }
}

customElements.define('admin-sessions', AdminSessions);

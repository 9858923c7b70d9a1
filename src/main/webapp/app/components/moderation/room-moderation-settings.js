/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {AuditEntry, AuditPage, Sanction} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { keyOr, t, times, tx } from '../../language.js';
import { Light } from '../common/light.js';
import { errorLine, handle, moment, named, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** @type {('bans' | 'mutes')[]} */
const LISTS = ['bans', 'mutes'];

/** The banned and the muted users of a room, and its audit log. */
export class RoomModerationSettings extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, bans: { state: true }, mutes: { state: true }, audit: { state: true }, error: { state: true } };

  #busy = false;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Sanction[] | null} */
    this.bans = null;
    /** @type {Sanction[] | null} */
    this.mutes = null;
    /** @type {AuditPage | null} */
    this.audit = null;
    this.error = '';
  }

  firstUpdated() {
    this.#fresh();
  }

  #fresh() {
    this.error = '';
    return this.#fetch();
  }

  render() {
    return html`${errorLine(this.error)}
      ${LISTS.map((list) => html`<section><h3 tabindex="-1">${t(`moderation.${list}`)}</h3>${this.#list(list, this[list])}</section>`)}
      <section><h3>${t('moderation.audit')}</h3>${this.#audit()}</section>`;
  }

  /**
   * @param {'bans' | 'mutes'} list
   * @param {Sanction[] | null} sanctions
   */
  #list(list, sanctions) {
    if (!sanctions) return notYet(this.error, () => this.#fresh());
    if (!sanctions.length) return html`<p class="faint">${t(`moderation.no_${list}`)}</p>`;
    const lift = t(list === 'bans' ? 'moderation.unban' : 'moderation.unmute');
    return html`<ul class="cards tight">${repeat(sanctions, ({ username }) => username, (one) => html`<li class="card">
      <div class="card-text"><strong>${handle(one.username)}</strong><span class="faint">${this.#terms(one)}</span></div>
      <button aria-label="${lift}: ${one.username}" @click=${() => this.#lift(list, one.username)}>${lift}</button>
    </li>`)}</ul>`;
  }

  /** @param {{by: string, until: string | null, reason: string | null}} sanction */
  #terms({ by, until, reason }) {
    const lasting = until ? tx('gone.until', { until: moment(until) }) : t('moderation.forGood');
    return html`${tx('moderation.by', { by: named(by) })} ${lasting} ${reason ? tx('gone.reason', { reason: named(reason) }) : nothing}`;
  }

  #audit() {
    const { audit } = this;
    if (!audit) return notYet(this.error, () => this.#fresh());
    if (!audit.entries.length) return html`<p class="faint">${t('moderation.noAudit')}</p>`;
    return html`<ul class="audit">${audit.entries.map((entry) => this.#entry(entry))}</ul>
      ${audit.next ? html`<button class="link" @click=${() => this.#more(audit)}>${t('list.more')}</button>` : nothing}`;
  }

  /** @param {AuditEntry} entry */
  #entry({ action, by, target, reason, until, createdAt }) {
    const said = tx(keyOr(`audit.${action}`, 'audit.other'), { by: named(by ?? t('member.deleted')), target: target ? named(target) : '', action });
    const lasting = until ? html` <span class="faint" title=${times.full.format(new Date(until))}>· ${times.lasting(Date.parse(until) - Date.parse(createdAt))}</span>` : nothing;
    return html`<li><span>${said}${lasting}${reason ? html` <span class="faint">· ${named(reason)}</span>` : nothing}</span>
      ${moment(createdAt)}</li>`;
  }

  /** @param {AuditPage} before */
  async #more(before) {
    this.error = '';
    try {
      const page = await this.chat.moderating.audit(this.state, before.next);
      if (this.audit === before) this.audit = { entries: [...before.entries, ...page.entries], next: page.next };
    } catch (error) {
      this.error = explain(error);
    }
  }

  /**
   * @param {'bans' | 'mutes'} list
   * @param {string} username
   */
  async #lift(list, username) {
    if (this.#busy) return;
    this.#busy = true;
    this.error = '';
    try {
      await this.chat.moderating.lift(this.state, list, username);
    } catch (error) {
      this.error = explain(error);
    }
    this.#busy = false;
    await this.#fetch();
    await this.updateComplete;
    // The pressed button is gone with its row, so the focus needs another place.
    if (!this.contains(document.activeElement)) /** @type {HTMLElement | null} */ (this.querySelector('.card button') ?? this.querySelector('h3'))?.focus();
  }

  async #fetch() {
    const { moderating } = this.chat;
    try {
      [this.bans, this.mutes, this.audit] = await Promise.all([
        moderating.sanctions(this.state, 'bans'),
        moderating.sanctions(this.state, 'mutes'),
        moderating.audit(this.state),
      ]);
    } catch (error) {
      this.error ||= explain(error);
    }
  }
}

customElements.define('room-moderation-settings', RoomModerationSettings);

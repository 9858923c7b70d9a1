/** @import {Key} from '../../language.js' */
/** @import {Desk} from '../../uses/reporting.js' */
/** @import {Report, ReportPage, ReportState} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times, tx } from '../../language.js';
import { roomAddress } from '../../models/route.js';
import { isLong } from '../../models/text.js';
import { Light } from '../common/light.js';
import { errorLine, handle, icon, named, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { filesSaid } from '../files/said.js';
import { personButton } from '../people/person-button.js';

/** @type {Record<ReportState, {name: Key, none: Key}>} */
const STATES = {
  open: { name: 'reports.open', none: 'reports.noneOpen' },
  resolved: { name: 'reports.resolved', none: 'reports.noneResolved' },
  dismissed: { name: 'reports.dismissed', none: 'reports.noneDismissed' },
};

/** Reported messages, open reports first: the message and its author, the reporter and the reason, and the outcome. */
export class ReportList extends Light {
  static properties = { desk: { attribute: false }, open: { attribute: false }, which: { state: true }, page: { state: true }, error: { state: true } };

  #busy = false;
  /** How often the list was requested. Only the last answer counts. */
  #asked = 0;

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** The number of open reports from the feed. A change reloads the list. @type {number | undefined} */
    this.open;
    /** @type {ReportState} */
    this.which = 'open';
    /** @type {ReportPage | null} */
    this.page = null;
    this.error = '';
  }

  firstUpdated() {
    this.#fresh();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('open') && !this.#busy && this.page && this.page.open !== this.open) this.#fresh();
  }

  #fresh() {
    return this.#do(async () => undefined);
  }

  render() {
    return html`<label class="reports-which"><span>${t('reports.which')}</span>
        <select @change=${this.#choose}>${Object.entries(STATES).map(([state, { name }]) => html`<option value=${state} ?selected=${state === this.which}>${t(name)}</option>`)}</select></label>
      ${errorLine(this.error)} ${this.page ? this.#list(this.page) : notYet(this.error, () => this.#fresh())}`;
  }

  /** @param {ReportPage} page */
  #list(page) {
    if (!page.reports.length) return html`<p class="faint">${t(STATES[this.which].none)}</p>`;
    return html`<ul class="reports">${repeat(page.reports, ({ id }) => id, (report) => this.#report(report))}</ul>
      ${page.next ? html`<button class="link" @click=${() => this.#more(page)}>${t('list.more')}</button>` : nothing}`;
  }

  /** @param {Report} report */
  #report(report) {
    const { message, by, reason, createdAt, settledBy, settledAt } = report;
    return html`<li class="report">
      <p class="report-head">${author(message.sender)} ${whereOf(report)} ${this.#link(report)}</p>
      ${bodyOf(message)}
      <p class="report-why">${icon('flag')}<span>${person(by)}: <bdi>${reason}</bdi> ${when(createdAt)}</span></p>
      ${settledAt ? html`<p class="faint">${tx('reports.settledBy', { by: person(settledBy) })} ${when(settledAt)}</p>` : nothing}
      <p class="report-ways">${report.state === 'open'
        ? html`${this.#way(report, 'resolved', 'reports.resolve')} ${this.#way(report, 'dismissed', 'reports.dismiss')}`
        : this.#way(report, 'open', 'reports.reopen')}</p>
    </li>`;
  }

  /** @param {Report} report the link opens its message; a private message has no link */
  #link({ message, between }) {
    const time = when(message.createdAt);
    if (between || !message.room) return time;
    return html`<a href=${roomAddress(message.room, message.seq)} @click=${() => this.closest('dialog')?.close()}>${time}</a>`;
  }

  /**
   * @param {Report} report
   * @param {ReportState} state
   * @param {Key} words
   */
  #way(report, state, words) {
    const { displayName } = report.message.sender;
    return html`<button class="small" aria-label="${t(words)}: ${displayName || t('member.deleted')}"
      @click=${() => this.#settle(report, state)}>${t(words)}</button>`;
  }

  /** @param {Event} event */
  #choose({ target }) {
    this.which = /** @type {ReportState} */ (/** @type {HTMLSelectElement} */ (target).value);
    this.page = null;
    this.#fresh();
  }

  /**
   * @param {Report} report
   * @param {ReportState} state
   */
  async #settle(report, state) {
    // One action at a time. The button is not disabled meanwhile, because it would lose the focus.
    if (this.#busy) return;
    this.#busy = true;
    const at = this.page?.reports.indexOf(report) ?? 0;
    await this.#do(() => this.desk.settle(report, state));
    this.#busy = false;
    await this.updateComplete;
    // The pressed button is gone. The focus goes to the next report, for users of the keyboard.
    const next = this.querySelectorAll('.report')[at]?.querySelector('.report-ways button') ?? this.querySelector('select');
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  /** @param {() => Promise<unknown>} action */
  async #do(action) {
    this.error = '';
    try {
      await action();
      const asked = (this.#asked += 1);
      // Reload the list that is on the page now. The user may have changed it since the action began.
      const page = await this.desk.page(this.which);
      if (asked === this.#asked) this.page = page;
    } catch (error) {
      this.error = explain(error);
    }
  }

  /** @param {ReportPage} before */
  async #more(before) {
    this.error = '';
    try {
      const page = await this.desk.page(this.which, before.next);
      if (this.page === before) this.page = { ...page, reports: [...before.reports, ...page.reports] };
    } catch (error) {
      this.error = explain(error);
    }
  }
}

/** @param {string | null | undefined} username */
const person = (username) => (username ? personButton(username, handle(username), 'report-person', 0) : t('member.deleted'));

/** @param {string} time */
const when = (time) => html`<time class="faint" datetime=${time} title=${times.full.format(new Date(time))}>${times.ago(time, new Date())}</time>`;

/**
 * In a room the author's card has the buttons to mute, remove and ban. On the administrators' pages it has none.
 * @param {import('../../models/wire.js').Sender} sender
 */
function author({ username, displayName }) {
  const name = named(displayName || t('member.deleted'));
  return username ? personButton(username, name, 'author', 0) : html`<span class="author">${name}</span>`;
}

/** @param {Report} report the place of its message, for a list of several rooms */
function whereOf({ room, between }) {
  // A room without a name is called by its id, which says nothing to people.
  if (room) return html`<span class="faint">${room.startsWith('~') ? t('reports.inGroup') : tx('reports.inRoom', { room: named(room) })}</span>`;
  if (!between) return nothing;
  const [one, other = one] = between.map((name) => named(name ?? t('member.deleted')));
  return html`<span class="faint">${tx('reports.between', { one, other })}</span>`;
}

/** @param {import('../../models/wire.js').Message} message */
function bodyOf({ body, attachments, deleted }) {
  if (deleted) return html`<p class="reported deleted">${t('message.deleted')}</p>`;
  return html`<blockquote class="reported" tabindex=${isLong(body) ? 0 : nothing}><bdi>${body || filesSaid(attachments)}</bdi></blockquote>`;
}

customElements.define('report-list', ReportList);

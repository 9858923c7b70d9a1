/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {RowView} from './message-row.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { excerptOf } from '../../models/attention.js';
import { rowsOf } from '../../models/rows.js';
import { count } from '../common/attention.js';
import { Light } from '../common/light.js';
import { icon, titleOf } from '../common/pieces.js';
import { said } from '../files/said.js';
import { HandledRows } from './handled-rows.js';
import { Looking } from './looking.js';
import { messageRow } from './message-row.js';
import { arrive } from './permalinks.js';
import { seenBy } from './row-state.js';
import { ScrollKeeper } from './scroll-keeper.js';
import { skeletonRows, startOfRoom } from './timeline-ends.js';

/** A screen reader says so many characters of a new message. All of it is in its row. */
const SPOKEN = 1000;

/** The messages of a room, oldest first. */
export class MessageTimeline extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, seq: { attribute: false }, lit: { state: true } };

  #placed = false;
  /** Whether loading this place has failed. The page tries again when the failure is over. */
  #stuck = false;
  #keeper = new ScrollKeeper(() => this.querySelector('.timeline'), () => this.state.timeline.hasAfter);
  #rows = new HandledRows(this, this.#keeper);
  #sizes = new ResizeObserver(() => this.#keeper.after(this.#keeper.before()));
  /** @type {Looking | null} */
  #looking = null;
  #attended = () => this.#placed && this.#looking?.look();

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {number | null} */
    this.seq = null;
    /** @type {string | null} */
    this.lit = null;
  }

  connectedCallback() {
    super.connectedCallback();
    for (const type of ['focus', 'blur']) window.addEventListener(type, this.#attended);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const type of ['focus', 'blur']) window.removeEventListener(type, this.#attended);
    this.#sizes.disconnect();
    this.state.leave();
  }

  firstUpdated() {
    this.chat.reading.learn(this.state);
    this.#sizes.observe(/** @type {Element} */ (this.querySelector('.timeline')));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    this.watches(this.state, this.chat.outbox, this.chat.uploads, this.chat.deleting.deletions, this.chat.connections);
    this.#looking ??= new Looking(this.chat, this.state, this.#keeper);
    this.#looking.moveDivider();
    this.#rows.all = this.#makeRows();
    if (changed.has('seq') || (this.#stuck && !this.state.failure)) this.go(this.seq);
  }

  /** @param {Map<string, unknown>} changed */
  update(changed) {
    const anchor = this.#keeper.before();
    super.update(changed);
    if (this.#placed) this.#keeper.after(anchor);
  }

  updated() {
    this.#attended();
  }

  render() {
    const { timeline } = this.state;
    const { all } = this.#rows;
    const view = this.#view;
    return html`<div class="timeline" @scroll=${this.#scrolled}>
        <div class="column">
          ${this.#top()}
          <div role=${all.length ? 'feed' : nothing} aria-label=${all.length ? t('timeline.title', { room: titleOf(this.state) }) : nothing} aria-busy=${String(!timeline.loaded)}>
            ${repeat(all, (row) => row.key, (row, at) => messageRow(row, at, view))}
          </div>
        </div>
      </div>
      ${this.#toEnd()}
      <div class="hidden" role="log" aria-label=${t('timeline.live')} aria-live="polite">
        ${repeat(this.state.live, ({ seq }) => seq, (message) => html`<p>${t('timeline.spoken', { name: message.sender.displayName, text: excerptOf(said(message), SPOKEN) })}</p>`)}
      </div>`;
  }

  #top() {
    const { timeline, failure } = this.state;
    // Without a connection the banner says so, and the page tries again when it is back.
    if (failure && this.chat.connections.phase === 'open') return html`<p class="failure" role="alert">
        ${icon('alert')} <span>${t('timeline.failed')}</span> <button class="link" @click=${this.#again}>${t('action.retry')}</button></p>`;
    return !timeline.loaded || timeline.hasBefore ? skeletonRows(timeline.loaded) : startOfRoom(this.state, this.chat);
  }

  #toEnd() {
    const { timeline, unread } = this.state;
    const shown = timeline.loaded && this.#placed && (!this.#keeper.atEnd || timeline.hasAfter);
    return html`<button class="to-end" ?hidden=${!shown} @click=${this.#toEndClicked} aria-label=${unread ? t('timeline.toEndUnread', { count: unread }) : t('timeline.toEnd')}>
      ${icon('down')} ${unread ? html`<span class="figure">${count(unread)}</span>` : nothing}
    </button>`;
  }

  async #toEndClicked() {
    await this.toEnd();
    this.emit('write');
  }

  /** After sending, the user wants to see their own message. */
  async toEnd() {
    this.state.keptUnread = false;
    await this.chat.paging.newest(this.state);
    await this.updateComplete;
    this.#keeper.toEnd();
    this.#attended();
    this.requestUpdate();
  }

  #makeRows() {
    const { timeline, dividerAfter, id, failure } = this.state;
    const entries = timeline.hasAfter || (!timeline.loaded && !failure) ? [] : this.chat.sending.unconfirmed(id);
    return rowsOf(this.chat.deleting.deletions.without(id, timeline.messages), entries, { me: this.chat.me, dividerAfter, startsDay: true });
  }

  /** @returns {RowView} */
  get #view() {
    const { state, chat } = this;
    const isMine = (/** @type {Message} */ { sender, kind }) => sender.username === chat.me.username && kind !== 'system';
    const last = this.#rows.all.findLast(({ message }) => isMine(message))?.key;
    return {
      ...this.#rows.view,
      lit: this.lit,
      reached: ({ message, key }) => (isMine(message) && !message.deleted && !state.notes && (state.direct || (key === last && !state.marks.size)) ? state.reached(message.seq) : null),
      seen: ({ message, key }) => (key === last && !message.deleted ? seenBy(state, message.seq) : nothing),
    };
  }

  /** @param {number | null} seq the number in the link; null without one */
  async go(seq) {
    if (seq === null && this.#placed) return;
    this.#stuck = false;
    this.#stuck = !(await this.chat.paging.open(this.state, seq));
    this.requestUpdate();
    await this.updateComplete;
    if (!this.isConnected || !this.state.timeline.loaded) return;
    this.#place(seq);
    this.#placed = true;
    this.#attended();
    this.requestUpdate();
  }

  /** @param {number | null} seq */
  #place(seq) {
    const row = seq === null ? this.querySelector('.divider')?.closest('.row') : this.#rowAt(seq);
    if (!row) return this.#keeper.toEnd();
    this.#keeper.to(row, seq === null ? 0.15 : 0.4);
    if (seq !== null) this.lit = arrive(this, /** @type {HTMLElement} */ (row), seq);
  }

  /** @param {number} seq the message's number; for the number of a change, the nearest message before it */
  #rowAt(seq) {
    const { all } = this.#rows;
    const row = all.findLast(({ message }) => message.seq > 0 && message.seq <= seq) ?? all[0];
    return row && this.querySelector(`[data-key="${CSS.escape(row.key)}"]`);
  }

  #again() {
    const { state } = this;
    state.failure = null;
    if (state.timeline.loaded) this.#attended();
    state.changed();
  }

  #scrolled() {
    if (!this.#placed) return;
    const was = this.#keeper.atEnd;
    this.#keeper.look();
    this.#attended();
    if (was !== this.#keeper.atEnd) this.requestUpdate();
  }
}

customElements.define('message-timeline', MessageTimeline);

/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Row} from '../../models/rows.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {Action} from './message-actions.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { colourAmong } from '../../models/faces.js';
import { plain } from '../../models/markdown.js';
import { deletes, mutedIn } from '../../models/roles.js';
import { addressIn } from '../../models/route.js';
import { rowsOf } from '../../models/rows.js';
import { count } from '../common/attention.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { icon, titleOf } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { Roving } from '../common/roving.js';
import { copy, toast } from '../common/toast.js';
import { RowPins } from '../pins/row-pins.js';
import { ActionBar } from './action-bar.js';
import { LongPress } from './long-press.js';
import { Looking } from './looking.js';
import { actionsOn } from './message-actions.js';
import { messageRow } from './message-row.js';
import { arrive, copyLink, leadsHere } from './permalinks.js';
import { RowReactions } from './row-reactions.js';
import { seenBy } from './row-state.js';
import { ScrollKeeper } from './scroll-keeper.js';
import { skeletonRows, startOfRoom } from './timeline-ends.js';
import { deletingIn } from './undo.js';

const EXCERPT = 200;

/** The messages of a room, oldest first. */
export class MessageTimeline extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, seq: { attribute: false }, lit: { state: true } };

  /** @type {Row[]} */
  #rows = [];
  #placed = false;
  /** Whether loading this place has failed. The page tries again when the failure is over. */
  #stuck = false;
  /** @type {Set<string>} */
  #unfolded = new Set();
  #keeper = new ScrollKeeper(() => this.querySelector('.timeline'), () => this.state.timeline.hasAfter);
  #roving = new Roving(this);
  #press = new LongPress((row, target) => this.#offer(row, target));
  #bar = new ActionBar((row) => this.#actionsOf(row));
  #pins = new RowPins(this, (row) => this.#sentIn(row));
  #reactions = new RowReactions(this, (row) => this.#sentIn(row));
  #sizes = new ResizeObserver(() => this.#keeper.after(null));
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
    this.watches(this.state, this.chat.outbox, this.chat.deleting.deletions, this.chat.connections);
    this.#looking ??= new Looking(this.chat, this.state, this.#keeper);
    this.#looking.moveDivider();
    this.#rows = this.#makeRows();
    if (changed.has('seq') || (this.#stuck && !this.state.failure)) this.go(this.seq);
  }

  /** @param {Map<string, unknown>} changed */
  update(changed) {
    const anchor = this.#keeper.before();
    super.update(changed);
    if (this.#placed) this.#keeper.after(anchor);
  }

  updated() {
    this.#bar.refresh();
    this.#attended();
  }

  render() {
    const { timeline } = this.state;
    const view = this.#view;
    return html`<div class="timeline" @scroll=${this.#scrolled} @click=${this.#clicked} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#roving.key(event)} @focusin=${this.#focused} @focusout=${(/** @type {FocusEvent} */ event) => this.#bar.focused(event)}
        @pointerover=${(/** @type {PointerEvent} */ event) => this.#bar.pointed(event)} @pointerleave=${() => this.#bar.left()}
        @pointerdown=${(/** @type {PointerEvent} */ event) => this.#press.down(event)} @pointermove=${(/** @type {PointerEvent} */ event) => this.#press.moved(event)}
        @pointerup=${() => this.#press.end()} @pointercancel=${() => this.#press.end()} @contextmenu=${(/** @type {Event} */ event) => this.#press.menu(event)}>
        <div class="column">
          ${this.#top()}
          <div role=${this.#rows.length ? 'feed' : nothing} aria-label=${this.#rows.length ? t('timeline.title', { room: titleOf(this.state) }) : nothing} aria-busy=${String(!timeline.loaded)}>
            ${repeat(this.#rows, (row) => row.key, (row, at) => messageRow(row, at, view))}
          </div>
        </div>
      </div>
      ${this.#toEnd()}
      <div class="hidden" role="log" aria-label=${t('timeline.live')} aria-live="polite">
        ${repeat(this.state.live, ({ seq }) => seq, (message) => html`<p>${t('timeline.spoken', { name: message.sender.displayName, text: plain(message.body) })}</p>`)}
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
  }

  #makeRows() {
    const { timeline, dividerAfter, id, failure } = this.state;
    const entries = timeline.hasAfter || (!timeline.loaded && !failure) ? [] : this.chat.outbox.of(id);
    return rowsOf(this.chat.deleting.deletions.without(id, timeline.messages), entries, { me: this.chat.me, dividerAfter, startsDay: true });
  }

  /** @returns {import('./message-row.js').RowView} */
  get #view() {
    const { state, chat } = this;
    const isMine = (/** @type {Message} */ { sender, kind }) => sender.username === chat.me.username && kind !== 'system';
    const last = this.#rows.findLast(({ message }) => isMine(message))?.key;
    return {
      me: chat.me.username,
      linkTo: (/** @type {number} */ seq) => addressIn(state.room, seq),
      current: this.#roving.current ?? this.#rows.at(-1)?.key ?? null,
      lit: this.lit,
      reached: (/** @type {Row} */ { message, key }) =>
        isMine(message) && !message.deleted && !state.notes && (state.direct || (key === last && !state.marks.size)) ? state.reached(message.seq) : null,
      seen: (/** @type {Row} */ { message, key }) => (key === last && !message.deleted ? seenBy(state, message.seq) : nothing),
      unfolded: this.#unfolded,
      writable: !state.room.archived && !mutedIn(state.room, Date.now()),
      colourOf: (/** @type {string | null} */ username) => colourAmong(username, state.members?.list),
      nameOf: (/** @type {string} */ username) => state.nameOf(username),
      unfold: (/** @type {string} */ key) => this.#unfold(key),
      reply: (/** @type {Message} */ { seq, sender, body }) => this.emit('reply', { seq, username: sender.username, excerpt: body.slice(0, EXCERPT) }),
      edit: (/** @type {Message} */ message) => this.emit('edit', message),
      unread: (/** @type {Message} */ { seq }) => this.#markUnread(seq),
      deletable: (/** @type {Message} */ message) => deletes(chat.me, state.room, message, Date.now()),
      ...deletingIn(this),
      report: (/** @type {Message} */ message) => openDialog(this, 'report', { state, message }),
      copyLink: (/** @type {Message} */ { seq }) => copyLink(this, seq),
      pins: this.#pins,
      reactions: this.#reactions,
      retry: (/** @type {string} */ clientId) => chat.sending.retry(clientId),
      discard: (/** @type {string} */ clientId) => chat.sending.discard(clientId),
    };
  }

  /** @param {FocusEvent} event */
  #focused(event) {
    this.#roving.focused(event);
    this.#bar.focused(event);
  }

  /** @param {HTMLElement} element a row @returns {Row | undefined} */
  #rowOf({ dataset }) {
    return this.#rows.find(({ key }) => key === dataset.key);
  }

  /** @param {HTMLElement} element a row @returns {Message | undefined} undefined until the server has the message */
  #sentIn(element) {
    const row = this.#rowOf(element);
    return row?.entry ? undefined : row?.message;
  }

  /** @param {HTMLElement} element a row */
  #actionsOf(element) {
    const message = this.#sentIn(element);
    return message && message.kind !== 'system' ? actionsOn(message, this.#view) : [];
  }

  /**
   * @param {HTMLElement} element the row of the long press
   * @param {EventTarget | null} target
   */
  #offer(element, target) {
    const message = this.#sentIn(element);
    const actions = this.#actionsOf(element);
    if (!message || document.querySelector('dialog[open]') || this.#reactions.held(target, message) || !actions.length) return;
    /** @type {Action} A long press selects no text here, so there is a button to copy it. */
    const copying = { icon: 'copy', label: 'message.copy', act: () => copy(this, message.body, 'message.copied') };
    openDialog(this, 'message-actions', { text: message.body, actions: [...actions.filter(({ danger }) => !danger), copying, ...actions.filter(({ danger }) => danger)] });
  }

  /** @param {number} seq */
  async #markUnread(seq) {
    try {
      await this.chat.reading.unread(this.state, seq);
      toast(this, t('message.markedUnread'), 'info');
    } catch (error) {
      toast(this, explain(error), 'error');
    }
  }

  /** @param {string} key */
  #unfold(key) {
    if (!this.#unfolded.delete(key)) this.#unfolded.add(key);
    this.#keeper.hold(this.querySelector(`[data-key="${CSS.escape(key)}"]`));
    this.requestUpdate();
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

  /** @param {Event} event a link to the current address changes no number, so the page goes there here */
  #clicked({ target }) {
    if (leadsHere(target, this.state, this.seq)) this.go(this.seq);
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
    const row = this.#rows.findLast(({ message }) => message.seq > 0 && message.seq <= seq) ?? this.#rows[0];
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

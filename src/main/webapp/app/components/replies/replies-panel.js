/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Row} from '../../models/rows.js' */
/** @import {Thread} from '../../models/thread.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {MessageComposer} from '../composer/message-composer.js' */
/** @import {RowView} from '../timeline/message-row.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { Problem } from '../../lib/problem.js';
import { quoteOf } from '../../models/quotes.js';
import { localDay, rowsOf } from '../../models/rows.js';
import { Light } from '../common/light.js';
import { errorLine, icon } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { HandledRows } from '../timeline/handled-rows.js';
import { messageRow } from '../timeline/message-row.js';
import { ScrollKeeper } from '../timeline/scroll-keeper.js';
import '../composer/message-composer.js';

/** Closer than this to the end of the loaded replies, the panel loads more. */
const AHEAD_PX = 400;

/** A message and the replies to it, beside the timeline, or on a narrow page in its place. Replies are written here too. */
export class RepliesPanel extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, seq: { attribute: false }, covers: { attribute: false }, editing: { state: true } };

  #keeper = new ScrollKeeper(() => this.querySelector('.thread-rows'), () => this.thread.hasAfter);
  #rows = new HandledRows(this, this.#keeper, () => this.#close());

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {Thread} */
    this.thread;
    /** The number of the message. */
    this.seq = 0;
    /** Whether the panel covers the timeline. */
    this.covers = false;
    /** @type {Message | null} */
    this.editing = null;
    // The list begins at its start.
    this.#keeper.atEnd = false;
    // Events of the rows and of the composer concern this panel alone.
    for (const type of ['reply', 'edit', 'sent']) this.addEventListener(type, (event) => event.stopPropagation());
    this.addEventListener('reply', (event) => this.#quote(/** @type {CustomEvent<{selected: string} | null>} */ (event)));
    this.addEventListener('edit', (event) => this.#edit(/** @type {CustomEvent<Message | null>} */ (event)));
    this.addEventListener('sent', () => this.#toEnd());
    this.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && this.#close());
  }

  connectedCallback() {
    super.connectedCallback();
    this.thread = this.chat.replying.open(this.state, this.seq);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.chat.replying.close(this.state, this.thread);
  }

  /** On a touch screen the message field does not take the focus: it would bring up the keyboard. */
  firstUpdated() {
    if (!this.contains(document.activeElement)) /** @type {HTMLElement | null} */ (this.querySelector('.thread-close'))?.focus();
  }

  willUpdate() {
    this.watches(this.state, this.thread, this.chat.outbox, this.chat.uploads, this.chat.deleting.deletions);
    this.chat.replying.look(this.state);
    this.#rows.all = this.#makeRows();
  }

  /** @param {Map<string, unknown>} changed */
  update(changed) {
    const anchor = this.#keeper.before();
    super.update(changed);
    this.#keeper.after(anchor);
  }

  updated() {
    if (this.thread.loaded) this.#look();
  }

  render() {
    const title = t('replies.title');
    return html`<section class="thread" role=${this.covers ? 'main' : 'complementary'} aria-label=${title}>
      <header class="thread-head">
        ${this.covers ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
        <button class="quiet square thread-close" aria-label=${t('replies.close')} data-tip=${t('replies.close')} @click=${this.#close}>${icon('close')}</button>
      </header>
      <div class="thread-rows" @scroll=${this.#look}>${this.#list()}</div>
      ${this.#composer()}
    </section>`;
  }

  #list() {
    const view = this.#view;
    const { failure, loaded, hasAfter } = this.thread;
    const [source, ...replies] = this.#rows.all;
    const draw = (/** @type {Row} */ row, at = 0) => messageRow(row, at, view);
    return html`${source ? draw(source) : nothing} ${loaded ? html`<p class="thread-count">${this.#count()}</p>` : nothing}
      <div role=${replies.length ? 'feed' : nothing} aria-label=${replies.length ? t('replies.title') : nothing} aria-busy=${String(!loaded || hasAfter)}>${repeat(replies, ({ key }) => key, draw)}</div>
      ${failure ? html`${errorLine(explain(new Problem({ code: failure })))} <button class="link" @click=${this.#again}>${t('action.retry')}</button>` : nothing}
      ${!failure && (!loaded || hasAfter) ? html`<div class="skeleton-lines" aria-hidden="true"></div>` : nothing}`;
  }

  #count() {
    const { hasAfter, replies } = this.thread;
    const { timeline } = this.state;
    const source = this.#source;
    const count = hasAfter && source ? timeline.repliesTo(source) : replies.filter(({ deleted }) => !deleted).length;
    return count ? t('replies.count', { count }) : t('replies.none');
  }

  #composer() {
    const source = this.#source;
    if (!source) return nothing;
    return html`<message-composer .chat=${this.chat} .state=${this.state} .thread=${quoteOf(source)} .editing=${this.editing}></message-composer>`;
  }

  get #source() {
    return this.thread.find(this.seq) ?? this.state.timeline.find(this.seq);
  }

  /** @returns {Row[]} the message first, then its replies, which need not quote it here */
  #makeRows() {
    const { chat, state } = this;
    const source = this.#source;
    if (!source) return [];
    const [first, ...after] = chat.deleting.deletions.without(state.id, [source, ...this.thread.replies]);
    const replies = after.map((message) => ({ ...message, replyTo: null }));
    const unsent = this.thread.loaded && !this.thread.hasAfter ? chat.sending.unconfirmed(state.id).filter(({ replyTo }) => replyTo?.seq === this.seq) : [];
    const otherDay = replies.length > 0 && localDay(replies[0].createdAt) !== localDay(source.createdAt);
    const entries = unsent.map((entry) => ({ ...entry, replyTo: null }));
    return [...rowsOf([first], [], { me: chat.me, dividerAfter: null, startsDay: true }), ...rowsOf(replies, entries, { me: chat.me, dividerAfter: null, startsDay: otherDay })];
  }

  /** @returns {RowView} */
  get #view() {
    const { view } = this.#rows;
    return { ...view, replies: (message) => (message.seq === this.seq ? 0 : view.replies(message)), lit: null, reached: () => null, seen: () => nothing };
  }

  #look() {
    this.#keeper.look();
    if (this.thread.hasAfter && !this.thread.failure && this.#keeper.below < AHEAD_PX) this.chat.replying.more(this.state, this.thread);
  }

  #again() {
    this.chat.replying.again(this.state, this.thread);
  }

  /** After sending, the user wants to see their own reply. */
  async #toEnd() {
    await this.chat.replying.toEnd(this.state, this.thread);
    await this.updateComplete;
    this.#keeper.toEnd();
  }

  /** @param {CustomEvent<{selected: string} | null>} event every reply here is one to the message; it may quote another reply */
  async #quote({ detail }) {
    if (!detail) return;
    this.editing = null;
    await this.updateComplete;
    const composer = /** @type {MessageComposer | null} */ (this.querySelector('message-composer'));
    await composer?.updateComplete;
    composer?.quote(detail.selected);
  }

  /** @param {CustomEvent<Message | null>} event */
  async #edit({ detail }) {
    this.editing = detail;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.composer textarea'))?.focus();
  }

  #close() {
    this.emit('open-thread', null);
  }
}

customElements.define('replies-panel', RepliesPanel);

/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times, tx } from '../../language.js';
import { plain } from '../../models/markdown.js';
import { addressIn } from '../../models/route.js';
import { unreadCount } from '../common/attention.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { avatar, icon, named, silentSign, titleOf } from '../common/pieces.js';
import { unsentSign } from '../common/unsent.js';

const PREVIEW = 120;

/** The user's conversations, the latest first. The order does not change under the pointer or the focus. */
export class ConversationList extends Light {
  static properties = { chat: { attribute: false }, current: { attribute: false }, query: { attribute: false } };

  /** @type {string[]} */
  #order = [];
  #aimedAt = false;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {string | null} */
    this.current = null;
    this.query = '';
  }

  willUpdate() {
    this.watches(this.chat);
  }

  render() {
    return html`<nav class="people" aria-labelledby="people-title" @pointerenter=${this.#aim} @pointerleave=${this.#aim} @focusin=${this.#aim} @focusout=${this.#aim}>
      <div class="people-head">
        <h2 id="people-title">${t('direct.title')}</h2>
        <button class="quiet square small" data-tip=${t('direct.new')} aria-label=${t('direct.new')} @click=${() => openDialog(this, 'new-message')}>${icon('plus')}</button>
      </div>
      ${this.#list()}
    </nav>`;
  }

  #list() {
    const { conversations } = this.chat;
    if (!conversations.loaded) return html`<div class="skeleton-lines" aria-busy="true"></div>`;
    const listed = conversations.listed(this.query, this.#aimedAt ? this.#order : []);
    this.#order = listed.map(({ id }) => id);
    if (!listed.length) return html`<p class="side-empty">${t(this.query.trim() ? 'direct.noneMatch' : 'direct.none')}</p>`;
    return html`<ul>${repeat(listed, ({ id }) => id, (state) => this.#conversation(state))}</ul>`;
  }

  /** @param {RoomState} state */
  #conversation(state) {
    const { room, unread, id, notes } = state;
    const { peer } = room;
    if (!peer) return nothing;
    return html`<li>
      <a href=${addressIn(room)} class="room-link person-link ${unread ? 'has-unread' : ''}" aria-current=${id === this.current ? 'page' : nothing}>
        ${avatar(peer, notes ? undefined : peer.presence)}
        <span class="person-text">
          <span class="person-name">${named(titleOf(state))}</span>
          ${notes ? nothing : html`<span class="hidden">${t(`presence.${peer.presence}`)}</span>`}
          <span class="preview">${this.#preview(state)}</span>
        </span>
        <span class="person-end">
          ${room.lastMessage ? html`<time datetime=${room.lastMessage.createdAt}>${times.short(room.lastMessage.createdAt, new Date())}</time>` : nothing}
          <span class="person-signs">${unsentSign(this.chat, id, this.current)}${silentSign(room)}${unreadCount(state)}</span>
        </span>
      </a>
    </li>`;
  }

  /** @param {RoomState} state its last message is shown in one line */
  #preview(state) {
    const message = state.room.lastMessage;
    if (state.typing.usernames.length) return html`<span class="is-typing">${t('typing.brief')}</span>`;
    if (!message) return nothing;
    if (message.deleted) return t('message.deleted');
    const text = html`<bdi>${plain(message.body).slice(0, PREVIEW).replace(/\s+/g, ' ')}</bdi>`;
    return message.sender.username === this.chat.me.username && !state.notes ? tx('direct.you', { text }) : text;
  }

  /** @param {Event} event */
  #aim({ type }) {
    this.#aimedAt = type === 'pointerenter' || type === 'focusin' || this.matches(':hover, :focus-within');
    if (!this.#aimedAt) this.requestUpdate();
  }
}

customElements.define('conversation-list', ConversationList);

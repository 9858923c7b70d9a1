/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { language, t } from '../../language.js';
import { addressIn, adminAddress, roomAddress } from '../../models/route.js';
import { unreadCount } from '../common/attention.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { avatar, icon, mark, named, roomGlyph, silentSign } from '../common/pieces.js';
import { unsentSign } from '../common/unsent.js';
import '../people/conversation-list.js';

/** The user's rooms and conversations with their unread counts, and the user's own entry below. */
export class RoomList extends Light {
  static properties = { chat: { attribute: false }, current: { attribute: false }, alone: { attribute: false }, query: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {string | null} */
    this.current = null;
    /** Whether no room is open, so that this list has the page's heading. */
    this.alone = false;
    this.query = '';
  }

  willUpdate() {
    this.watches(this.chat, this.chat.session);
  }

  render() {
    return html`<header class="side-head">
        ${this.alone ? html`<h1 class="wordmark">${mark()} Parley</h1>` : html`<p class="wordmark">${mark()} Parley</p>`}
        <button class="quiet square" data-tip=${t('rooms.create')} aria-label=${t('rooms.create')} @click=${() => openDialog(this, 'create-room')}>${icon('plus')}</button>
      </header>
      <search class="room-search">
        ${icon('search')}
        <input type="search" .value=${this.query} placeholder=${t('side.search')} aria-label=${t('side.search')}
          @input=${this.#typed} @keydown=${this.#searchKey} />
      </search>
      <div class="side-scroll">
        <nav aria-label=${t('rooms.title')}>
          ${this.#rooms()}
          <button class="quiet browse" @click=${() => openDialog(this, 'browse-rooms')}>${icon('compass')} <span>${t('rooms.browse')}</span></button>
          ${this.chat.me.role === 'admin' ? html`<a class="button quiet browse" href=${adminAddress()}>${icon('shield')} <span>${t('admin.title')}</span></a>` : nothing}
        </nav>
        <conversation-list .chat=${this.chat} .current=${this.current} .query=${this.query}></conversation-list>
      </div>
      ${this.#me()}`;
  }

  #rooms() {
    const { rooms } = this.chat;
    if (!rooms.loaded) return html`<div class="skeleton-lines" aria-busy="true"></div>`;
    const listed = rooms.listed(this.query, language.collator);
    if (!listed.length) return html`<p class="side-empty">${t('rooms.noneMatch')}</p>`;
    return html`<ul class="rooms">${repeat(listed, (state) => state.id, (state) => this.#room(state))}</ul>`;
  }

  /** @param {RoomState} state */
  #room(state) {
    const { room, unread, id } = state;
    const current = id === this.current;
    return html`<li>
      <a href=${roomAddress(room.name)} class="room-link ${unread ? 'has-unread' : ''} ${room.archived ? 'archived' : ''}"
        aria-current=${current ? 'page' : nothing}>
        ${roomGlyph(room)} <span class="room-name">${named(room.name)}</span> ${unsentSign(this.chat, id, this.current)} ${silentSign(room)}
        ${unreadCount(state)}
      </a>
    </li>`;
  }

  #me() {
    const { me } = this.chat;
    return html`<button class="me" @click=${() => openDialog(this, 'settings')}>
      ${avatar(me, this.chat.connections.phase === 'open' ? 'online' : 'offline')}
      <span class="me-text"><span class="me-name">${named(me.displayName)}</span><span class="me-state">${this.#status()}</span></span>
      ${icon('gear')}<span class="hidden">${t('settings.title')}</span>
    </button>`;
  }

  /** The state of the connection in a few words: whether the page is up to date. */
  #status() {
    const { connections, transport, outbox, following, all } = this.chat;
    if (connections.phase === 'connecting') return t('status.connecting');
    if (connections.phase !== 'open') return t('status.offline');
    if (outbox.underWay) return t('status.sending', { count: outbox.underWay });
    if (following.behind || all.some((state) => state.catchingUp)) return t('status.catchingUp');
    return t(transport.blocked ? 'status.upToDateByEvents' : 'status.upToDate');
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.query = /** @type {HTMLInputElement} */ (event.target).value;
  }

  /** @param {KeyboardEvent} event Enter goes to the first match, Escape clears */
  #searchKey(event) {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    const { rooms, conversations } = this.chat;
    const first = event.key === 'Enter' && (rooms.listed(this.query, language.collator)[0] ?? conversations.listed(this.query)[0]);
    if (first) location.hash = addressIn(first.room);
    this.query = '';
    event.preventDefault();
  }
}

customElements.define('room-list', RoomList);

/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {View} from '../../models/side.js' */
import { html, nothing } from 'lit';
import { language, t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { addressIn, adminAddress } from '../../models/route.js';
import { entriesOf, isNewcomer, sections, shown, talks } from '../../models/side.js';
import { activityButton } from '../activity/activity-button.js';
import { openDialog } from '../common/dialog.js';
import { labelled } from '../common/keys.js';
import { Light } from '../common/light.js';
import { avatar, icon, late, mark, named } from '../common/pieces.js';
import { searchButton } from '../search/search-button.js';
import { ListActions } from './list-actions.js';
import { listRows } from './list-row.js';
import { markAllRead } from './mark-all-read.js';
import '../people/conversation-list.js';

/** The user's rooms and conversations with their unread counts, and the user's own entry below. Emits `go-to`: open the palette. */
export class RoomList extends Light {
  static properties = { chat: { attribute: false }, current: { attribute: false }, alone: { attribute: false }, query: { state: true }, onlyUnread: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {string | null} */
    this.current = null;
    /** Whether no room is open, so that this list has the page's heading. */
    this.alone = false;
    this.query = '';
    this.onlyUnread = preferences.onlyUnread;
    new ListActions(this);
  }

  willUpdate() {
    this.watches(this.chat, this.chat.session, this.chat.searching);
  }

  /** @returns {View} */
  get #view() {
    return { query: this.query, onlyUnread: this.onlyUnread, current: this.current };
  }

  render() {
    return html`<header class="side-head" role=${this.closest('[role=main]') ? 'presentation' : nothing}>
        ${this.alone ? html`<h1 class="wordmark">${mark()} Parley</h1>` : html`<p class="wordmark">${mark()} Parley</p>`}
        <span class="side-head-tools">
          <button class="quiet square" data-tip="${t('palette.title')} (${labelled('Ctrl+K').join('+')})" aria-label=${t('palette.title')} @click=${() => this.emit('go-to')}>${icon('search')}</button>
          <button class="quiet square" data-tip=${t('rooms.create')} aria-label=${t('rooms.create')} @click=${() => openDialog(this, 'create-room')}>${icon('plus')}</button>
        </span>
      </header>
      <div class="side-tools">
        <search class="room-search">
          ${icon('filter')}
          <input type="search" .value=${this.query} placeholder=${t('side.search')} aria-label=${t('side.search')}
            @input=${this.#typed} @keydown=${this.#searchKey} />
        </search>
        <button class="quiet square only-unread" data-tip=${t('side.onlyUnread')} aria-label=${t('side.onlyUnread')} aria-pressed=${String(this.onlyUnread)} @click=${this.#filter}>${icon('unread')}</button>
        <button class="quiet square" data-tip=${t('allRead.do')} aria-label=${t('allRead.do')} @click=${() => markAllRead(this, this.chat)}>${icon('checks')}</button>
      </div>
      <div class="side-scroll">
        ${activityButton(this)} ${searchButton(this)}
        ${this.chat.rooms.loaded ? this.#entries() : html`<div class="skeleton-lines" aria-busy="true"></div>`}
      </div>
      ${this.#me()}`;
  }

  /** Until the rooms are known nothing is below them, because it would move. */
  #entries() {
    return html`${this.#rooms()} <conversation-list .chat=${this.chat} .view=${this.#view}></conversation-list>`;
  }

  #rooms() {
    const { rooms } = this.chat;
    const view = this.#view;
    const listed = rooms.listed(view.query, language.collator);
    const all = sections(shown(listed, view), shown(talks(this.chat, view.query), view), language.collator);
    const newcomer = isNewcomer(rooms);
    return html`${all.favourites.length ? html`<nav aria-labelledby="favourites-title">
        <h2 class="side-title" id="favourites-title">${t('side.favourites')}</h2>${listRows(this, all.favourites, this.current)}
      </nav>` : nothing}
      <nav aria-label=${t('rooms.title')}>
        ${all.favourites.length ? html`<h2 class="side-title" aria-hidden="true">${t('rooms.title')}</h2>` : nothing}
        ${this.#list(all.rooms, listed.length > 0)}
        ${newcomer ? html`<p class="side-empty">${t('rooms.first')}</p>` : nothing}
        ${this.#way('browse-rooms', 'compass', 'rooms.browse')} ${newcomer ? this.#way('create-room', 'plus', 'rooms.create') : nothing}
        ${this.chat.me.role === 'admin' ? html`<a class="button quiet browse" href=${adminAddress()}>${icon('shield')} <span>${t('admin.title')}</span></a>` : nothing}
      </nav>`;
  }

  /**
   * @param {string} dialog
   * @param {string} sign
   * @param {Key} words
   */
  #way(dialog, sign, words) {
    return html`<button class="quiet browse" @click=${() => openDialog(this, dialog)}>${icon(sign)} <span>${t(words)}</span></button>`;
  }

  /**
   * @param {import('../../models/room-state.js').RoomState[]} states
   * @param {boolean} some whether there are others, among the favourites or without anything unread
   */
  #list(states, some) {
    if (states.length) return listRows(this, states, this.current);
    if (!some) return this.query && html`<p class="side-empty">${t('rooms.noneMatch')}</p>`;
    return this.onlyUnread ? html`<p class="side-empty">${entriesOf(this.chat, this.#view, language.collator).length ? nothing : t('unread.none')} <button class="link" @click=${this.#filter}>${t('side.showAll')}</button></p>` : nothing;
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
    if (connections.phase === 'connecting') return late(t('status.connecting'));
    if (connections.phase !== 'open') return t('status.offline');
    if (outbox.underWay) return t('status.sending', { count: outbox.underWay });
    if (following.behind || all.some((state) => state.catchingUp)) return late(t('status.catchingUp'));
    return t(transport.blocked ? 'status.upToDateByEvents' : 'status.upToDate');
  }

  #filter() {
    preferences.onlyUnread = this.onlyUnread = !this.onlyUnread;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.query = /** @type {HTMLInputElement} */ (event.target).value;
  }

  /** @param {KeyboardEvent} event Enter goes to the first match, Escape clears */
  #searchKey(event) {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    const first = event.key === 'Enter' && entriesOf(this.chat, this.#view, language.collator)[0];
    if (first) location.hash = addressIn(first.room);
    this.query = '';
    event.preventDefault();
  }
}

customElements.define('room-list', RoomList);

/** @import {Chat} from '../chat.js' */
/** @import {Route} from '../models/route.js' */
/** @import {RoomState} from '../models/room-state.js' */
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { language, t } from '../language.js';
import { preferences } from '../lib/preferences.js';
import { roomAddress } from '../models/route.js';
import { openDialog } from './dialog.js';
import { Light } from './light.js';
import './room-door.js';
import './room-list.js';
import './room-page.js';

/** The chat: the rooms on one side, the room one is in on the other; on a narrow screen one of the two. */
export class ChatPage extends Light {
  static properties = { chat: { attribute: false }, route: { attribute: false } };

  /** The room on the page, and the name by which the address came to it. */
  #shown = { name: '', id: '' };
  #shortcut = (/** @type {KeyboardEvent} */ event) => this.#key(event);

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {Route} */
    this.route;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.#shortcut);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#shortcut);
  }

  willUpdate() {
    this.watches(this.chat.rooms);
    const state = this.#state;
    for (const other of this.chat.rooms.all) other.open = other === state;
    if (this.route.page === 'home' && this.chat.rooms.loaded) this.#goHome();
    if (state) this.#entered(state);
  }

  /** The room of the address, if one is in it; also while the address still has the name that the room has just lost. */
  get #state() {
    if (this.route.page !== 'room') return undefined;
    const { room } = this.route;
    return this.chat.rooms.find(room) ?? (room === this.#shown.name ? this.chat.rooms.find(this.#shown.id) : undefined);
  }

  render() {
    return html`<div class="shell" @write=${this.#focusComposer} data-view=${this.route.page === 'rooms' ? 'list' : 'room'}>
      <button class="skip" @click=${this.#focusComposer}>${t('skip.composer')}</button>
      <div class="side" role=${this.route.page === 'rooms' ? 'main' : nothing}>
        <room-list .chat=${this.chat} .current=${this.#state?.id ?? null}></room-list>
      </div>
      <div class="stage">${this.#stage()}</div>
    </div>`;
  }

  #stage() {
    const { chat, route } = this;
    const state = this.#state;
    if (state) return keyed(state.id, html`<room-page .chat=${chat} .state=${state} .seq=${route.page === 'room' ? route.seq : null}></room-page>`);
    if (!chat.rooms.loaded) return html`<main class="room-skeleton" aria-busy="true" aria-label=${t('room.loading')}></main>`;
    if (route.page === 'room') return keyed(route.room, html`<room-door .chat=${chat} .name=${route.room}></room-door>`);
    return html`<div class="empty">${route.page === 'rooms' ? html`<p>${t('rooms.choose')}</p>` : nothing}</div>`;
  }

  #goHome() {
    const { rooms } = this.chat;
    const state = rooms.find(preferences.lastRoom ?? undefined) ?? rooms.listed('', language.collator)[0];
    location.replace(state ? roomAddress(state.room.name) : '#/rooms');
  }

  /** @param {RoomState} state the address follows its name */
  #entered({ id, room: { name } }) {
    preferences.lastRoom = id;
    const { route } = this;
    if (route.page !== 'room') return;
    this.#shown = { name: route.room, id };
    if (route.room !== name) location.replace(roomAddress(name, route.seq ?? undefined));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || document.querySelector('dialog[open]')) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey && step && !command) this.#step(step, event.shiftKey);
    else if (command && event.key === '/') openDialog(this, 'shortcuts');
    else if (command && event.key === 'k') /** @type {HTMLElement} */ (this.querySelector('.room-search input'))?.focus();
    else return this.#perhapsWriting(event);
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event whoever begins to type without a place to type in means the message field */
  #perhapsWriting({ key, altKey, ctrlKey, metaKey }) {
    if ([...key].length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey && document.activeElement === document.body) this.#focusComposer();
  }

  /**
   * @param {1 | -1} step
   * @param {boolean} unreadOnly
   */
  #step(step, unreadOnly) {
    const next = this.chat.rooms.neighbour(this.#state?.id, step, unreadOnly, language.collator);
    if (next) location.hash = roomAddress(next.room.name);
  }

  #focusComposer() {
    /** @type {HTMLElement | null} */ (this.querySelector('.composer textarea'))?.focus();
  }
}

customElements.define('chat-page', ChatPage);

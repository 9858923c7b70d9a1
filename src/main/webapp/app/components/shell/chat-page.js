/** @import {Chat} from '../../chat.js' */
/** @import {Route} from '../../models/route.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {MessageTimeline} from '../timeline/message-timeline.js' */
/** @import {Place} from './commands.js' */
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { language, t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { isPrivate } from '../../models/address.js';
import { addressIn, roomAddress } from '../../models/route.js';
import { isNewcomer } from '../../models/side.js';
import { oneOf } from '../common/keys.js';
import { Light } from '../common/light.js';
import { commands, openPalette } from './commands.js';
import { nowhere } from './nowhere.js';
import '../entry/conversation-door.js';
import '../entry/desk-door.js';
import '../entry/invite-door.js';
import '../entry/room-door.js';
import '../rooms/room-list.js';
import '../rooms/room-page.js';
import '../search/search-panel.js';

/** The chat: the list of rooms on one side, the open room on the other. A narrow screen shows only one of them. */
export class ChatPage extends Light {
  static properties = { chat: { attribute: false }, route: { attribute: false } };

  /** The id of the open room or conversation, and its name in the address. */
  #shown = { name: '', id: '' };
  /** The id of the place that was open last. */
  #at = '';
  #widened = () => this.requestUpdate();
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
    beside.addEventListener('change', this.#widened);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#shortcut);
    beside.removeEventListener('change', this.#widened);
  }

  willUpdate() {
    this.watches(this.chat.rooms, this.chat.conversations, this.chat.searching);
    const state = this.#state;
    for (const other of this.chat.all) other.open = other === state;
    this.chat.deleting.wentTo(state?.id);
    if ((this.route.page === 'home' || this.route.page === 'setup') && this.chat.rooms.loaded) this.#goHome();
    if (state) this.#entered(state);
  }

  /** The room of the address, if the user is in it. After a renaming the old name still works for this room. */
  get #state() {
    if (this.route.page === 'direct') return this.chat.conversations.find(this.route.username);
    if (this.route.page !== 'room') return undefined;
    const { room } = this.route;
    return this.chat.rooms.find(room) ?? (room === this.#shown.name ? this.chat.rooms.find(this.#shown.id) : undefined);
  }

  render() {
    return html`<div class="shell" @write=${this.#focusComposer} @go-to=${() => openPalette(this.#place)} data-view=${this.route.page === 'rooms' ? 'list' : 'room'} data-search=${this.chat.searching.open ? 'open' : 'shut'}>
      <button class="skip" @click=${this.#focusComposer}>${t('skip.composer')}</button>
      <div class="side" role=${this.route.page === 'rooms' && !wide.matches ? 'main' : nothing}>
        <room-list .chat=${this.chat} .current=${this.#state?.id ?? null} .alone=${this.route.page === 'rooms'}></room-list>
      </div>
      <div class="stage">${this.#stage()}</div>
      ${this.chat.searching.open ? html`<search-panel .chat=${this.chat} .state=${this.#state} .covers=${!beside.matches}></search-panel>` : nothing}
    </div>`;
  }

  #stage() {
    const { chat, route } = this;
    const state = this.#state;
    if (state) return keyed(state.id, html`<room-page .chat=${chat} .state=${state} .seq=${'seq' in route ? route.seq : null}></room-page>`);
    if (route.page === 'admin') return html`<desk-door .chat=${chat} .section=${route.section}></desk-door>`;
    if (route.page === 'direct') return keyed(route.username, html`<conversation-door .chat=${chat} .username=${route.username}></conversation-door>`);
    if (!chat.rooms.loaded && route.page !== 'rooms') return html`<main class="room-skeleton" aria-busy="true" aria-label=${t('room.loading')}></main>`;
    if (route.page === 'invite') return keyed(route.code, html`<invite-door .chat=${chat} .code=${route.code}></invite-door>`);
    if (route.page === 'room') return keyed(route.room, html`<room-door .chat=${chat} .name=${route.room}></room-door>`);
    return html`<main class="empty">${route.page === 'rooms' && chat.rooms.loaded ? nowhere(isNewcomer(chat.rooms)) : nothing}</main>`;
  }

  #goHome() {
    const { rooms, conversations } = this.chat;
    const last = preferences.lastRoom ?? '';
    if (isPrivate(last) && !conversations.loaded) return;
    const known = isPrivate(last) ? conversations.find(last.slice(1)) : rooms.find(last);
    const state = known ?? rooms.listed('', language.collator)[0];
    location.replace(state ? addressIn(state.room) : '#/rooms');
  }

  /** @param {RoomState} state the open one; if its name has changed, so does the address */
  #entered({ id, room }) {
    preferences.lastRoom = id;
    if (id !== this.#at) preferences.used(this.chat.me.username, id);
    this.#at = id;
    const { route } = this;
    if (route.page === 'direct' && room.peer && route.username !== (room.peer.username || room.id)) location.replace(addressIn(room, route.seq));
    if (route.page !== 'room') return;
    const name = room.name ?? id;
    this.#shown = { name: route.room, id };
    if (route.room !== name) location.replace(roomAddress(name, route.seq));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const inField = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    const command = commands.find(({ keys, outside }) => oneOf(event, keys) && !(outside && inField));
    if (!command) this.#perhapsWriting(event);
    else if (command.run(this.#place) !== false) event.preventDefault();
  }

  /** @returns {Place} */
  get #place() {
    return { page: this, chat: this.chat, state: this.#state, timeline: this.#timeline };
  }

  /** @param {KeyboardEvent} event a key typed while no field has the focus goes to the message field */
  #perhapsWriting({ key, altKey, ctrlKey, metaKey }) {
    if ([...key].length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey && document.activeElement === document.body) this.#focusComposer();
  }

  get #timeline() {
    return /** @type {MessageTimeline | null} */ (this.querySelector('message-timeline'));
  }

  /** The first that the user can see: the replies to a message may cover the room's own. */
  #focusComposer() {
    const fields = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('.composer textarea'));
    [...fields].find((field) => getComputedStyle(field).visibility === 'visible')?.focus();
  }
}

/** Wide enough to show the list and the room side by side. */
const wide = matchMedia('(min-width: 720px)');

/** Wide enough for the search beside the room. */
const beside = matchMedia('(min-width: 1100px)');

customElements.define('chat-page', ChatPage);

/** @import {Chat} from '../../chat.js' */
/** @import {Room} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times, tx } from '../../language.js';
import { roomAddress } from '../../models/route.js';
import { Dialog, openDialog } from '../common/dialog.js';
import { Faults } from '../common/faults.js';
import { errorLine, icon, named, roomGlyph } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** The search runs after a pause in typing, not at each key. */
const PAUSE_MS = 200;

/** All rooms that the user may see, to join or open them. */
export class BrowseRoomsDialog extends Dialog {
  static properties = {
    chat: { attribute: false }, rooms: { state: true }, next: { state: true }, sort: { state: true },
    asking: { state: true }, error: { state: true }, failure: { state: true },
  };

  #faults = new Faults(this);
  #query = '';
  /** How often the list was requested. Only the last answer counts. */
  #asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {Room[] | null} */
    this.rooms = null;
    /** @type {string | null} */
    this.next = null;
    this.sort = 'activity';
    /** The room whose password the page asks for. @type {string | null} */
    this.asking = null;
    this.error = '';
    this.failure = '';
  }

  get heading() {
    return t('rooms.browse');
  }

  firstUpdated() {
    super.firstUpdated();
    this.#fetch();
  }

  content() {
    return html`<div class="browse-tools">
        <label class="search-field">${icon('search')}<input type="search" autofocus placeholder=${t('rooms.search')} aria-label=${t('rooms.search')} @input=${this.#typed} /></label>
        <label class="inline">${t('browse.sort')} <select @change=${this.#sorted}>
          <option value="activity">${t('browse.byActivity')}</option><option value="name">${t('browse.byName')}</option></select></label>
      </div>
      <div class="dialog-body browse-list">${this.#list()}</div>
      <footer class="dialog-foot"><button class="quiet" @click=${() => this.#instead('import-room')}>${t('import.title')}</button>
        <button class="quiet" @click=${() => this.#instead('create-room')}>${icon('plus')} ${t('rooms.create')}</button></footer>`;
  }

  #list() {
    if (this.failure) return html`${errorLine(this.failure)}<button @click=${() => this.#fetch()}>${t('action.retry')}</button>`;
    if (!this.rooms) return html`<div class="skeleton-lines" aria-busy="true"></div>`;
    if (!this.rooms.length) return html`<p class="faint">${t('browse.none')}</p>`;
    return html`<ul class="cards">${repeat(this.rooms, ({ id }) => id, (room) => this.#card(room))}</ul>
      ${this.next ? html`<button class="link" @click=${() => this.#fetch(this.next)}>${t('list.more')}</button>` : nothing}`;
  }

  /** @param {Room} room */
  #card(room) {
    const joined = this.chat.rooms.find(room.id);
    const latest = joined?.room.lastMessage ?? room.lastMessage;
    return html`<li class="card">
      ${roomGlyph(room)}
      <div class="card-text"><strong>${named(room.name)}${joined ? html` <span class="role">${t('browse.joined')}</span>` : nothing}</strong>
        <span class="faint">${room.topic ? html`${named(room.topic)} · ` : nothing}${t('rooms.members', { count: room.memberCount })}${latest
          ? html` · ${t('browse.latest', { time: times.ago(latest.createdAt, new Date()) })}` : nothing}</span></div>
      ${joined
        ? html`<a class="button" href=${roomAddress(room.name)} @click=${() => this.leaveFor(roomAddress(room.name))}>${t('rooms.open')}</a>`
        : html`<button ?disabled=${this.busy} aria-label="${t('rooms.join')}: ${room.name}" @click=${() => this.#enter(room)}>${t('rooms.join')}</button>`}
      ${this.asking === room.id ? this.#password(room) : nothing}
    </li>`;
  }

  /** @param {Room} room */
  #password(room) {
    return html`<form class="card-more stack" novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#submit(event, room)} @input=${this.#faults.mended}>
      ${this.chat.entering.asksPassword(room)
        ? html`<label class="field"><span>${tx('door.passwordOf', { room: named(room.name) })}</span>
            <span class="field-row"><input name="password" type="password" required autocomplete="off" maxlength="128" aria-invalid=${this.#faults.is('password')} aria-describedby=${this.#faults.by('password')} />
            <button class="primary" ?disabled=${this.busy}>${t('rooms.join')}</button></span>${this.#faults.about('password')}</label>`
        : nothing}
      ${errorLine(this.error)}
    </form>`;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.#query = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(), PAUSE_MS);
  }

  /** @param {Event} event */
  #sorted(event) {
    this.sort = /** @type {HTMLSelectElement} */ (event.target).value;
    this.#fetch();
  }

  /** @param {string | null} [cursor] */
  async #fetch(cursor = null) {
    const query = this.#query;
    const asked = (this.#asked += 1);
    try {
      const page = await this.chat.entering.browse({ query, sort: this.sort, cursor });
      if (asked !== this.#asked) return;
      this.rooms = cursor ? [...(this.rooms ?? []), ...page.rooms] : page.rooms;
      this.next = page.next;
      this.failure = '';
    } catch (error) {
      this.failure = explain(error);
    }
  }

  /** @param {Room} room */
  async #enter(room) {
    this.asking = room.id;
    this.error = '';
    this.#faults.clear();
    if (!this.chat.entering.asksPassword(room)) return this.#join(room);
    await this.updateComplete;
    this.querySelector('.card-more input')?.scrollIntoView({ block: 'nearest' });
    /** @type {HTMLElement | null} */ (this.querySelector('.card-more input'))?.focus();
  }

  /**
   * @param {SubmitEvent} event
   * @param {Room} room
   */
  #submit(event, room) {
    event.preventDefault();
    this.error = '';
    if (this.#faults.pass(event)) this.#join(room, String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('password') ?? ''));
  }

  /**
   * @param {Room} room
   * @param {string} [password]
   */
  async #join(room, password) {
    this.busy = true;
    try {
      await this.chat.entering.join(room, password);
      this.leaveFor(roomAddress(room.name));
    } catch (error) {
      if (!this.#faults.take(error, { wrong_room_password: 'password' })) this.error = explain(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} dialog */
  #instead(dialog) {
    openDialog(this, dialog);
  }
}

customElements.define('browse-rooms-dialog', BrowseRoomsDialog);

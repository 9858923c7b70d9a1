/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {Room} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t, tx } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { openDialog } from '../common/dialog.js';
import { Faults } from '../common/faults.js';
import { explain } from '../common/problems.js';
import { Light } from '../common/light.js';
import { errorLine, icon, late, moment, named, nameOfRoom, roomGlyph } from '../common/pieces.js';
import '../common/connection-banner.js';

/** What became of a room, and of a group, by the type of the frame that told it. @type {Record<string, [Key, Key]>} */
const ENDS = {
  kicked: ['gone.kicked', 'gone.outOfGroup'],
  banned: ['gone.banned', 'gone.outOfGroup'],
  room_deleted: ['gone.deleted', 'gone.groupDeleted'],
};

/** A room that the user has not joined: how to join it, or why that is not possible. */
export class RoomDoor extends Light {
  static properties = { chat: { attribute: false }, name: { attribute: false }, room: { state: true }, failure: { state: true }, error: { state: true }, busy: { state: true } };

  #faults = new Faults(this);

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.name = '';
    /** @type {Room | null} */
    this.room = null;
    /** @type {unknown} */
    this.failure = null;
    this.error = '';
    this.busy = false;
  }

  willUpdate() {
    this.watches(this.chat.outbox);
  }

  firstUpdated() {
    this.#look();
  }

  async #look() {
    this.failure = null;
    try {
      this.room = await this.chat.entering.look(this.name);
      if (this.room.membership) await this.chat.following.joined(this.room);
    } catch (error) {
      this.failure = error;
    }
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  render() {
    return html`<main class="empty">
      <connection-banner .chat=${this.chat}></connection-banner>
      <a class="button back quiet square" href="#/rooms" aria-label=${t('room.back')}>${icon('back')}</a>
      ${this.#gone() ?? (this.failure ? this.#failed() : this.room ? this.#way(this.room) : html`<p aria-busy="true">${late(t('room.loading'))}</p>`)}
    </main>`;
  }

  #gone() {
    const [id, gone] = [...this.chat.gone].find(([, { name, frame }]) => name === this.name || frame.room === this.name) ?? [];
    if (!id || !gone) return null;
    const unsent = this.chat.outbox.of(id).length;
    const { type, by, reason, until } = gone.frame;
    // The frame calls a group by its id, and the page by the names of its people.
    const group = gone.frame.room?.startsWith('~') && gone.name !== gone.frame.room;
    const key = (ENDS[type] ?? ENDS.room_deleted)[group ? 1 : 0];
    return html`<div class="notice-card" role="alert">
      ${icon(type === 'room_deleted' ? 'archive' : 'alert')}
      <h1>${tx(key, { room: named(gone.name), by: named(by ?? '') })}</h1>
      ${this.#terms({ reason, until })}
      ${unsent ? html`<p>${t(type === 'room_deleted' ? 'gone.lost' : 'gone.unsent', { count: unsent })}</p>` : nothing}
      <a class="button" href="#/">${t('gone.toRooms')}</a>
    </div>`;
  }

  /** @param {{reason?: string | null, until?: string | null}} sanction */
  #terms({ reason, until }) {
    return html`${reason ? html`<p>${tx('gone.reason', { reason: named(reason) })}</p>` : nothing}
      ${until ? html`<p>${tx('gone.until', { until: moment(until) })}</p>` : nothing}`;
  }

  #failed() {
    const { code } = problemOf(this.failure);
    const absent = code === 'not_found';
    return html`<div class="notice-card">
      ${icon('compass')}
      <h1>${absent ? t('door.absent') : explain(this.failure)}</h1>
      ${absent ? html`<p>${tx('door.absentHint', { room: named(this.name) })}</p>` : nothing} ${code === 'banned' ? this.#terms(problemOf(this.failure)) : nothing}
      ${absent || code === 'banned'
        ? html`<button class="primary" @click=${() => openDialog(this, 'browse-rooms')}>${t('rooms.browse')}</button>`
        : html`<button class="primary" @click=${() => this.#look()}>${t('action.retry')}</button>`}
    </div>`;
  }

  /** @param {Room} room */
  #way(room) {
    return html`<form class="notice-card stack" novalidate @submit=${this.#join} @input=${this.#faults.mended}>
      ${roomGlyph(room)}
      <h1>${named(nameOfRoom(room, this.chat.me.username))}</h1>
      ${room.topic ? html`<p>${named(room.topic)}</p>` : nothing}
      <p class="faint">${t('rooms.members', { count: room.memberCount })}</p>
      ${this.chat.entering.asksPassword(room)
        ? html`<label class="field"><span>${t('door.password')}</span>
            <input name="password" type="password" required autocomplete="off" maxlength="128" aria-invalid=${this.#faults.is('password')} aria-describedby=${this.#faults.by('password')} />
            ${this.#faults.about('password')}</label>`
        : nothing}
      ${errorLine(this.error)}
      <button class="primary" ?disabled=${this.busy}>${t('rooms.join')}</button>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #join(event) {
    event.preventDefault();
    this.error = '';
    if (!this.#faults.pass(event)) return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    this.busy = true;
    try {
      await this.chat.entering.join(/** @type {Room} */ (this.room), String(new FormData(form).get('password') ?? ''));
    } catch (error) {
      if (!this.#faults.take(error, { wrong_room_password: 'password' })) this.error = explain(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('room-door', RoomDoor);

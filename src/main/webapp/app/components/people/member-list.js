/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Member} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { language, t } from '../../language.js';
import { colourAmong } from '../../models/faces.js';
import { isGroup } from '../../models/groups.js';
import { Light } from '../common/light.js';
import { avatar, handle, icon, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { personButton } from './person-button.js';

/** Changes of members come in bursts. The page loads the list once after each burst. */
const SETTLE_MS = 400;

/** The members of the room, online members first. */
export class MemberList extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, error: { state: true } };

  #known = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.error = '';
  }

  willUpdate() {
    this.watches(this.state, this.chat.connections);
    const known = this.#figures();
    if (known === this.#known) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(null), this.#known && this.state.members ? SETTLE_MS : 0);
    this.#known = known;
  }

  /**
   * Changes when the list may have changed: the member count, unknown online users, the last action of staff. After a
   * failure without a connection it changes when the connection is back, so that the page tries again.
   */
  #figures() {
    const { room, online, members } = this.state;
    const known = new Set(members?.list.map(({ user }) => user.username));
    const unknown = members && !members.next ? [...online].filter((username) => !known.has(username)) : [];
    const staff = room.lastMessage?.kind === 'system' ? room.lastMessage.seq : 0;
    return `${room.id} ${room.memberCount} ${staff} ${unknown} ${this.error && !this.#connected ? 'failed' : ''}`;
  }

  get #connected() {
    return this.chat.connections.phase === 'open';
  }

  /** @param {string | null} cursor */
  async #fetch(cursor) {
    try {
      const { members, next } = await this.chat.entering.members(this.state, cursor);
      const before = cursor ? (this.state.members?.list ?? []) : [];
      this.error = '';
      this.state.meet({ members: [...before, ...members], next });
    } catch (error) {
      this.error = explain(error);
    }
  }

  render() {
    const { members } = this.state;
    return html`<header class="members-head">
        <h2>${t('members.title')}</h2>
        <button class="quiet square members-close" aria-label=${t('dialog.close')} @click=${() => this.emit('close-members')}>${icon('close')}</button>
      </header>
      <div class="members-scroll" tabindex="0" role="group" aria-label=${t('members.title')}>
        ${members ? this.#groups(members.list) : this.error && this.#connected ? html`<p class="error">${this.error}</p>` : html`<div class="skeleton-lines" aria-busy="true"></div>`}
        ${members?.next ? html`<button class="link" @click=${() => this.#fetch(members.next)}>${t('list.more')}</button>` : nothing}
        ${members?.list.length === 1 && this.state.room.kind === 'public' ? html`<p class="faint aside-hint">${t('first.alone')}</p>` : nothing}
      </div>`;
  }

  /** @param {Member[]} list */
  #groups(list) {
    const sorted = [...list].sort((one, other) => language.collator.compare(one.user.displayName, other.user.displayName));
    const here = sorted.filter(({ user }) => this.#isHere(user.username));
    const away = sorted.filter(({ user }) => !this.#isHere(user.username));
    return html`${this.#group(t('members.online', { count: here.length }), here, true)}
      ${this.#group(t('members.offline', { count: away.length }), away, false)}`;
  }

  /** @param {string} username the user counts as online, even before the server says so */
  #isHere(username) {
    return username === this.chat.me.username || this.state.online.has(username);
  }

  /**
   * @param {string} title
   * @param {Member[]} members
   * @param {boolean} here
   */
  #group(title, members, here) {
    if (!members.length) return nothing;
    return html`<h3>${title}</h3>
      <ul>${repeat(members, ({ user }) => user.username, (member) => this.#member(member, here))}</ul>`;
  }

  /**
   * @param {Member} member
   * @param {boolean} here
   */
  #member({ user, role }, here) {
    const shown = here && user.presence === 'away' ? 'away' : here ? 'online' : 'offline';
    return html`<li class="member ${shown}">
      ${avatar(user, shown, colourAmong(user.username, this.state.members?.list))}
      <span class="member-text">
        ${personButton(user.username, named(user.displayName), 'member-name', 0)}
        <span class="member-more">${handle(user.username)}</span>
        <span class="hidden">${t(`presence.${shown}`)}</span>
      </span>
      ${role === 'member' || isGroup(this.state.room) ? nothing : html`<span class="role">${t(role === 'owner' ? 'role.owner' : 'role.moderator')}</span>`}
    </li>`;
  }
}

customElements.define('member-list', MemberList);

/** @import {Chat} from '../chat.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Member, MemberPage, Role} from '../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../language.js';
import { lastOwner, rolesFor } from '../models/roles.js';
import { Light } from './light.js';
import { avatar, errorLine, named } from './pieces.js';
import { explain } from './problems.js';

import './ownership-dialog.js';

/** Who is in the room and as what, and the way to bring somebody in. */
export class RoomMemberSettings extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, page: { state: true }, error: { state: true }, busy: { state: true }, asking: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {MemberPage | null} */
    this.page = null;
    /** What is about to be done about ownership and wants a second word. @type {{member: Member, role: Role} | null} */
    this.asking = null;
    this.error = '';
    this.busy = false;
  }

  willUpdate() {
    this.watches(this.state);
  }

  firstUpdated() {
    this.#do(async () => undefined);
  }

  render() {
    return html`<form class="field-row" @submit=${this.#add}>
        <label class="field grow"><span>${t('roomMembers.add')}</span>
          <input name="username" required maxlength="32" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder=${t('signin.username')} /></label>
        <button ?disabled=${this.busy}>${t('action.add')}</button>
      </form>
      ${errorLine(this.error)}
      ${this.page ? this.#list(this.page) : html`<div class="skeleton-lines" aria-busy="true"></div>`}
      ${this.asking ? this.#ask(this.asking) : nothing}`;
  }

  /** @param {MemberPage} page */
  #list(page) {
    return html`<ul class="cards tight">${repeat(page.members, ({ user }) => user.username, (member) => this.#member(member, page))}</ul>
      ${page.next ? html`<button class="link" @click=${() => this.#more(page)}>${t('list.more')}</button>` : nothing}`;
  }

  /**
   * @param {Member} member
   * @param {MemberPage} page
   */
  #member(member, page) {
    const { user, role } = member;
    const roles = rolesFor(this.chat.me, this.state.room, member);
    const last = roles.length > 0 && lastOwner(member, page);
    return html`<li class="card">
      ${avatar(user)}
      <div class="card-text"><strong>${named(user.displayName)}</strong><span class="faint">@${named(user.username)}</span></div>
      ${roles.length
        ? html`<select aria-label=${t('roomMembers.roleOf', { name: user.displayName })} aria-describedby=${last ? 'last-owner' : nothing} .value=${role} ?disabled=${this.busy || last}
            @change=${(/** @type {Event} */ event) => this.#appoint(member, event)}>
            ${roles.map((one) => html`<option value=${one} ?selected=${one === role}>${t(`role.${one}`)}</option>`)}</select>`
        : html`<span class="role">${t(`role.${role}`)}</span>`}
      ${last ? html`<small class="faint card-more" id="last-owner">${t(user.username === this.chat.me.username ? 'roomMembers.lastOwnerMe' : 'roomMembers.lastOwner')}</small>` : nothing}
    </li>`;
  }

  /** @param {{member: Member, role: Role}} asking */
  #ask({ member, role }) {
    return html`<ownership-dialog .chat=${this.chat} .state=${this.state} .member=${member} .wanted=${role} @closed=${this.#asked}></ownership-dialog>`;
  }

  /** @param {Event} event which does not mean the dialog around this */
  #asked(event) {
    event.stopPropagation();
    this.asking = null;
    this.#do(async () => undefined);
  }

  /** @param {SubmitEvent} event */
  #add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const username = String(new FormData(form).get('username')).trim();
    this.#do(() => this.chat.entering.add(this.state.id, username).then(() => form.reset()), username);
  }

  /**
   * @param {Member} member
   * @param {Event} event
   */
  #appoint(member, event) {
    const choice = /** @type {HTMLSelectElement} */ (event.target);
    const role = /** @type {Role} */ (choice.value);
    if (role !== 'owner' && member.role !== 'owner') {
      this.#do(() => this.chat.entering.appoint(this.state.id, member.user.username, role));
      return;
    }
    choice.value = member.role;
    this.asking = { member, role };
  }

  /**
   * @param {() => Promise<unknown>} action
   * @param {string} [whom]
   */
  async #do(action, whom = '') {
    this.busy = true;
    this.error = '';
    try {
      await action();
    } catch (error) {
      this.error = explain(error, { conflict: whom ? 'roomMembers.banned' : 'roomSettings.lastOwner', not_found: 'roomMembers.unknown' });
    }
    await this.#fetch();
    this.busy = false;
  }

  async #fetch() {
    try {
      this.page = await this.chat.entering.members(this.state);
      this.state.meet(this.page);
    } catch (error) {
      this.error ||= explain(error);
    }
  }

  /** @param {MemberPage} before */
  async #more(before) {
    const page = await this.chat.entering.members(this.state, before.next).catch(() => null);
    if (page) this.page = { members: [...before.members, ...page.members], next: page.next };
  }
}

customElements.define('room-member-settings', RoomMemberSettings);

/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Member, MemberPage, Role, User} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { isGroup, MOST } from '../../models/groups.js';
import { lastOwner, rolesFor } from '../../models/roles.js';
import { openDialog } from '../common/dialog.js';
import { Faults } from '../common/faults.js';
import { Light } from '../common/light.js';
import { avatar, errorLine, handle, named, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';

const PAUSE_MS = 200;

/** The members of the room with their roles, and adding a person. */
export class RoomMemberSettings extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, page: { state: true }, found: { state: true }, error: { state: true } };

  #faults = new Faults(this);
  #busy = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #looking;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** @type {MemberPage | null} */
    this.page = null;
    /** People who match the typed text. @type {User[]} */
    this.found = [];
    this.error = '';
  }

  willUpdate() {
    this.watches(this.state);
  }

  firstUpdated() {
    this.#fresh();
  }

  #fresh() {
    this.error = '';
    return this.#fetch();
  }

  render() {
    const faults = this.#faults;
    return html`<form class="field-row" novalidate @submit=${this.#add} @input=${faults.mended}>
        <label class="field grow"><span>${t('roomMembers.add')}</span>
          <input name="username" required maxlength="32" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder=${t('signin.username')}
            list="people-to-add" @input=${this.#look} aria-invalid=${faults.is('username')} aria-describedby=${faults.by('username')} /></label>
        <datalist id="people-to-add">${this.found.map((user) => html`<option value=${user.username}>${user.displayName}</option>`)}</datalist>
        <button>${t('action.add')}</button>
        ${faults.about('username')}
      </form>
      ${errorLine(this.error)}
      ${this.page ? this.#list(this.page) : notYet(this.error, () => this.#fresh())}`;
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
      <div class="card-text"><strong>${named(user.displayName)}</strong><span class="faint">${handle(user.username)}</span></div>
      ${roles.length
        ? html`<select aria-label=${t('roomMembers.roleOf', { name: user.displayName })} aria-describedby=${last ? 'last-owner' : nothing} .value=${role} ?disabled=${last}
            @change=${(/** @type {Event} */ event) => this.#appoint(member, event)}>
            ${roles.map((one) => html`<option value=${one} ?selected=${one === role}>${t(`role.${one}`)}</option>`)}</select>`
        : isGroup(this.state.room) ? nothing : html`<span class="role">${t(`role.${role}`)}</span>`}
      ${last ? html`<small class="faint card-more" id="last-owner">${t(user.username === this.chat.me.username ? 'roomMembers.lastOwnerMe' : 'roomMembers.lastOwner')}</small>` : nothing}
    </li>`;
  }

  /** Searches after a pause in typing. @param {InputEvent} event */
  #look({ target }) {
    clearTimeout(this.#looking);
    const query = /** @type {HTMLInputElement} */ (target).value.trim();
    if (!query) return;
    this.#looking = setTimeout(async () => {
      const found = await this.chat.people.find(query).catch(() => []);
      const inside = new Set(this.page?.members.map(({ user }) => user.username));
      this.found = found.filter(({ username }) => !inside.has(username));
    }, PAUSE_MS);
  }

  /** @param {SubmitEvent} event */
  #add(event) {
    event.preventDefault();
    if (!this.#faults.pass(event)) return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    const username = String(new FormData(form).get('username')).trim();
    this.#do(
      () => this.chat.entering.add(this.state.id, username).then(() => form.reset()),
      (error) => this.#faults.take(error, { conflict: 'username', not_found: 'username', ...(isGroup(this.state.room) && { forbidden: 'username' }) }, { conflict: this.#conflict, not_found: 'roomMembers.unknown', forbidden: 'direct.forbidden' }),
    );
  }

  /** Why the server could not add somebody. @returns {Key} */
  get #conflict() {
    const { room } = this.state;
    if (!isGroup(room)) return 'roomMembers.banned';
    return room.memberCount >= MOST ? 'group.full' : 'group.cannotAdd';
  }

  /**
   * @param {Member} member
   * @param {Event} event
   */
  #appoint(member, event) {
    const choice = /** @type {HTMLSelectElement} */ (event.target);
    const role = /** @type {Role} */ (choice.value);
    // Show the current role until the server accepts the new one.
    choice.value = member.role;
    if (role !== 'owner' && member.role !== 'owner') {
      this.#do(() => this.chat.entering.appoint(this.state.id, member.user.username, role));
      return;
    }
    openDialog(this, 'ownership', { state: this.state, member, wanted: role, after: () => this.isConnected && this.#fresh() });
  }

  /**
   * Runs one action at a time. The control is not disabled meanwhile, because it would lose the focus.
   * @param {() => Promise<unknown>} action
   * @param {(error: unknown) => boolean} [shown] shows an error itself, if it can
   */
  async #do(action, shown = () => false) {
    if (this.#busy) return;
    this.#busy = true;
    this.error = '';
    try {
      await action();
    } catch (error) {
      if (!shown(error)) this.error = explain(error, { conflict: 'roomSettings.lastOwner', not_found: 'roomMembers.unknown' });
    }
    this.#busy = false;
    await this.#fetch();
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
    this.error = '';
    try {
      const page = await this.chat.entering.members(this.state, before.next);
      if (this.page === before) this.page = { members: [...before.members, ...page.members], next: page.next };
    } catch (error) {
      this.error = explain(error);
    }
  }
}

customElements.define('room-member-settings', RoomMemberSettings);

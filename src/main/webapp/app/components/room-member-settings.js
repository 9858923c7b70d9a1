/** @import {Chat} from '../chat.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Member, Role} from '../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../language.js';
import { Light } from './light.js';
import { avatar, errorLine, named } from './pieces.js';
import { explain } from './problems.js';

/** @type {Role[]} */
const ROLES = ['owner', 'moderator', 'member'];

/** Who is in the room and as what, and the way to bring somebody in. */
export class RoomMemberSettings extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, rank: { attribute: false }, members: { state: true }, error: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    this.rank = 0;
    /** @type {{list: Member[], next: string | null} | null} */
    this.members = null;
    this.error = '';
    this.busy = false;
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
      ${this.members
        ? html`<ul class="cards tight">${repeat(this.members.list, ({ user }) => user.username, (member) => this.#member(member))}</ul>
            ${this.members.next ? html`<button class="link" @click=${() => this.#more()}>${t('list.more')}</button>` : nothing}`
        : html`<div class="skeleton-lines" aria-busy="true"></div>`}`;
  }

  /** @param {Member} member */
  #member({ user, role }) {
    return html`<li class="card">
      ${avatar(user)}
      <div class="card-text"><strong>${named(user.displayName)}</strong><span class="faint">@${named(user.username)}</span></div>
      ${this.rank === 2
        ? html`<select aria-label=${t('roomMembers.roleOf', { name: user.displayName })} .value=${role} ?disabled=${this.busy}
            @change=${(/** @type {Event} */ event) => this.#appoint(user.username, event)}>
            ${ROLES.map((one) => html`<option value=${one} ?selected=${one === role}>${t(`role.${one}`)}</option>`)}</select>`
        : html`<span class="role">${t(`role.${role}`)}</span>`}
    </li>`;
  }

  /** @param {SubmitEvent} event */
  #add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const username = String(new FormData(form).get('username')).trim();
    this.#do(() => this.chat.entering.add(this.state.id, username).then(() => form.reset()), username);
  }

  /**
   * @param {string} username
   * @param {Event} event
   */
  #appoint(username, event) {
    const role = /** @type {Role} */ (/** @type {HTMLSelectElement} */ (event.target).value);
    this.#do(() => this.chat.entering.appoint(this.state.id, username, role));
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
      const { members, next } = await this.chat.entering.members(this.state);
      this.members = { list: members, next };
      this.state.meet({ members, next });
    } catch (error) {
      this.error ||= explain(error);
    }
  }

  async #more() {
    const page = await this.chat.entering.members(this.state, this.members?.next).catch(() => null);
    if (page) this.members = { list: [...(this.members?.list ?? []), ...page.members], next: page.next };
  }
}

customElements.define('room-member-settings', RoomMemberSettings);

/** @import {Chat} from '../../chat.js' */
/** @import {User} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t, times, tx } from '../../language.js';
import { isGroup } from '../../models/groups.js';
import { actsOn } from '../../models/roles.js';
import { directAddress } from '../../models/route.js';
import { Dialog, openDialog } from '../common/dialog.js';
import { avatar, errorLine, handle, icon, named, nameOf, presenceText, titleOf } from '../common/pieces.js';
import { explain } from '../common/problems.js';

const GAP_PX = 6;

/** A person's card, beside the clicked name: their profile, and what the user may do. */
export class ProfileCard extends Dialog {
  static properties = { chat: { attribute: false }, username: { attribute: false }, from: { attribute: false }, user: { state: true }, blocked: { state: true }, more: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.username = '';
    /** @type {Element | null} */
    this.from = null;
    /** @type {User | null} */
    this.user = null;
    /** @type {boolean | null} */
    this.blocked = null;
    /** Whether the card shows the actions that are rare and hard to undo. */
    this.more = false;
    this.error = '';
  }

  get brief() {
    return true;
  }

  get heading() {
    return this.user ? nameOf(this.user) : this.username;
  }

  get #me() {
    return this.username === this.chat.me.username;
  }

  firstUpdated() {
    super.firstUpdated();
    this.querySelector('dialog')?.classList.add('profile-card');
    this.#look();
  }

  updated() {
    this.#place();
  }

  async #look() {
    try {
      const [user, blocked] = await Promise.all([this.chat.people.look(this.username), this.#me ? [] : this.chat.people.blocked()]);
      this.user = user;
      this.blocked = blocked.some(({ username }) => username === user.username);
    } catch (error) {
      this.error = explain(error, { not_found: 'direct.nobody' });
    }
  }

  content() {
    const { user } = this;
    return html`<div class="dialog-body profile-body" aria-busy=${String(!user && !this.error)}>
        ${user ? this.#about(user) : this.error ? nothing : html`<div class="skeleton-lines"></div>`} ${errorLine(this.error)}
      </div>
      ${user ? html`<footer class="dialog-foot">${this.#ways()}</footer>` : nothing}`;
  }

  /** @param {User} user */
  #about(user) {
    return html`<p class="profile-head">${avatar(user, user.presence)}
        <span><span class="faint">${handle(user.username)}</span><span>${this.#me ? t('direct.thatsYou') : presenceText(user)}</span></span></p>
      ${this.#roles(user)}
      ${user.bio ? html`<p class="bio">${named(user.bio)}</p>` : nothing}
      <p class="faint since">${t('profile.since', { date: times.date.format(new Date(user.createdAt)) })}</p>
      ${this.blocked ? html`<p class="notice">${t('block.blocked')}</p>` : nothing}
      ${this.more ? html`<div class="card-menu" id="card-menu">${this.#measures(user)} ${this.#blocking()}</div>` : nothing}`;
  }

  /** @param {User} user their roles on the server and in the open room */
  #roles(user) {
    const state = this.#open;
    const role = state?.members?.list.find((one) => one.user.username === user.username)?.role;
    const inRoom = state && role && role !== 'member' && !isGroup(state.room) ? tx('profile.roleIn', { role: t(`role.${role}`), room: named(state.room.name) }) : nothing;
    if (user.role !== 'admin' && inRoom === nothing) return nothing;
    return html`<p class="roles">${user.role === 'admin' ? html`<span class="role">${t('profile.admin')}</span>` : nothing}
      ${inRoom === nothing ? nothing : html`<span class="role">${inRoom}</span>`}</p>`;
  }

  get #open() {
    return this.chat.rooms.all.find(({ open }) => open);
  }

  /** @param {User} user the moderation that the user may use on them in the open room */
  #measures(user) {
    const state = this.#open;
    const member = state?.members?.list.find((one) => one.user.username === user.username);
    if (!state || !actsOn(this.chat.me, state.room, user, member?.role)) return nothing;
    const act = (/** @type {'kick' | 'ban' | 'mute'} */ measure) => html`<button class="quiet danger"
      @click=${() => openDialog(this, 'moderate', { state, username: user.username, measure })}>${t(`moderate.${measure}`)}</button>`;
    return html`<p class="measures"><span class="faint">${tx('moderate.inRoom', { room: named(titleOf(state)) })}</span>
      ${act('mute')} ${member || state.members?.next !== null ? act('kick') : nothing} ${act('ban')}</p>`;
  }

  #blocking() {
    return html`<button class="quiet ${this.blocked ? '' : 'danger'}" ?disabled=${this.blocked === null} @click=${this.#block}>
      ${icon('block')} ${t(this.blocked ? 'block.end' : 'block.begin')}</button>`;
  }

  #ways() {
    const address = directAddress(this.username);
    const write = html`<button class="primary" @click=${() => this.leaveFor(address)}>${icon(this.#me ? 'note' : 'message')} ${t(this.#me ? 'direct.notes' : 'direct.message')}</button>`;
    if (this.#me) return html`<button class="quiet" @click=${() => openDialog(this, 'settings')}>${t('settings.profile')}</button> ${write}`;
    return html`<button class="quiet square" aria-label=${t('profile.more')} aria-expanded=${String(this.more)} aria-controls=${this.more ? 'card-menu' : nothing}
      @click=${() => (this.more = !this.more)}>${icon('more')}</button> ${write}`;
  }

  async #block() {
    const blocked = !this.blocked;
    this.error = '';
    try {
      await this.chat.people.block(this.username, blocked);
      this.blocked = blocked;
    } catch (error) {
      this.error = explain(error);
    }
  }

  /** Puts the card beside the name if there is space. On a narrow screen the style sheet puts it at the lower edge. */
  #place() {
    const card = this.querySelector('dialog');
    if (!card || !this.from?.isConnected || !matchMedia('(min-width: 720px)').matches) return;
    card.classList.add('beside');
    const name = this.from.getBoundingClientRect();
    const left = Math.min(name.left, innerWidth - card.offsetWidth - 2 * GAP_PX);
    const below = name.bottom + GAP_PX;
    const top = below + card.offsetHeight < innerHeight ? below : Math.max(GAP_PX, name.top - GAP_PX - card.offsetHeight);
    card.style.left = `${Math.max(GAP_PX, left)}px`;
    card.style.top = `${top}px`;
  }
}

customElements.define('profile-card', ProfileCard);

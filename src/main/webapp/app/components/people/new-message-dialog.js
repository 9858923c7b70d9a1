/** @import {Chat} from '../../chat.js' */
/** @import {User} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { MOST } from '../../models/groups.js';
import { addressIn, directAddress } from '../../models/route.js';
import { Dialog } from '../common/dialog.js';
import { avatar, errorLine, handle, icon, named, nameOf, presenceText } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** The search runs after a pause in typing, not at each key. */
const PAUSE_MS = 200;

/**
 * Asks for the people of a new conversation. A click on a person opens the conversation with them. The user can also
 * choose several people, who get a room without a name.
 */
export class NewMessageDialog extends Dialog {
  static properties = { chat: { attribute: false }, users: { state: true }, chosen: { state: true }, failure: { state: true }, error: { state: true } };

  #query = '';
  /** The query for which {@link users} are the people. @type {string | undefined} */
  #found;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {User[] | null} */
    this.users = null;
    /** The people of the group. @type {User[]} */
    this.chosen = [];
    this.failure = '';
    /** Why the group could not be made. */
    this.error = '';
  }

  get heading() {
    return t('direct.new');
  }

  firstUpdated() {
    super.firstUpdated();
    this.#fetch();
  }

  content() {
    return html`<div class="browse-tools">
        ${this.chosen.length ? html`<ul class="chosen" aria-label=${t('group.chosen')}>${this.chosen.map((user) => this.#chip(user))}</ul>` : nothing}
        <label class="search-field">${icon('search')}<input type="search" autofocus autocomplete="off" autocapitalize="none" spellcheck="false"
          placeholder=${t('direct.search')} aria-label=${t('direct.search')} aria-describedby="group-hint" @input=${this.#typed} @keydown=${this.#searchKey} /></label>
        <small class="faint" id="group-hint">${t(this.#full ? 'group.most' : 'group.hint')}</small>
      </div>
      <div class="dialog-body browse-list">${errorLine(this.error)} ${this.#list()}</div>
      ${this.chosen.length ? html`<footer class="dialog-foot"><button class="primary" ?disabled=${this.busy} @click=${this.#begin}>${t('group.begin')}</button></footer>` : nothing}`;
  }

  /** @param {User} user */
  #chip(user) {
    return html`<li><button class="small" aria-label=${t('group.remove', { name: nameOf(user) })} @click=${() => this.#toggle(user)}>${named(nameOf(user))} ${icon('close')}</button></li>`;
  }

  #list() {
    if (this.failure) return html`${errorLine(this.failure)}<button @click=${() => this.#fetch()}>${t('action.retry')}</button>`;
    if (!this.users) return html`<div class="skeleton-lines" aria-busy="true"></div>`;
    const users = this.chosen.length ? this.users.filter((user) => !this.#isMe(user)) : this.users;
    if (!users.length) return html`<p class="faint">${t('direct.nobodyFound')}</p>`;
    return html`<ul class="found" @keydown=${this.#key}>${repeat(users, ({ username }) => username, (user) => this.#user(user))}</ul>`;
  }

  /** @param {User} user while a group is chosen, a click adds them to it */
  #user(user) {
    const address = directAddress(user.username);
    const chosen = this.#has(user);
    const shut = this.#full && !chosen;
    return html`<li>${this.chosen.length
      ? html`<button class="quiet found-person" aria-pressed=${String(chosen)} ?disabled=${shut} @click=${() => this.#toggle(user)}>${this.#about(user)}</button>`
      : html`<a class="found-person" href=${address} @click=${(/** @type {Event} */ event) => this.#open(event, address)}>${this.#about(user)}</a>`}
      ${this.#isMe(user) ? nothing : html`<button class="quiet square" aria-label=${t(chosen ? 'group.remove' : 'group.choose', { name: nameOf(user) })} ?disabled=${shut}
        @click=${() => this.#toggle(user)}>${icon(chosen ? 'check' : 'plus')}</button>`}
    </li>`;
  }

  /** @param {User} user */
  #about(user) {
    const me = this.#isMe(user);
    return html`${avatar(user, me ? undefined : user.presence)}
      <span class="card-text"><strong>${named(user.displayName)}</strong><span class="faint">${handle(user.username)}</span></span>
      <span class="faint">${me ? t('direct.notes') : user.lastSeenAt || user.presence !== 'offline' ? presenceText(user) : nothing}</span>`;
  }

  /** @param {User} user */
  #isMe({ username }) {
    return username === this.chat.me.username;
  }

  /** @param {User} user */
  #has({ username }) {
    return this.chosen.some((one) => one.username === username);
  }

  /** Whether no more people fit in beside the user. */
  get #full() {
    return this.chosen.length >= MOST - 1;
  }

  /** @param {User} user who comes into the group or leaves it. Then the field is ready for the next name. */
  #toggle(user) {
    this.error = '';
    this.chosen = this.#has(user) ? this.chosen.filter(({ username }) => username !== user.username) : [...this.chosen, user];
    const field = this.querySelector('input');
    if (field?.value) {
      clearTimeout(this.#timer);
      field.value = this.#query = '';
      this.#fetch();
    }
    field?.focus();
  }

  async #begin() {
    const [first, ...more] = this.chosen;
    if (this.busy) return;
    if (!more.length) return this.leaveFor(directAddress(first.username));
    this.busy = true;
    this.error = '';
    try {
      const state = await this.chat.entering.gather(this.chosen.map(({ username }) => username));
      this.leaveFor(addressIn(state.room));
    } catch (error) {
      this.error = explain(error, { forbidden: 'group.forbidden', conflict: 'group.disabled', not_found: 'direct.nobody' });
    }
    this.busy = false;
  }

  /**
   * @param {Event} event
   * @param {string} address
   */
  #open(event, address) {
    event.preventDefault();
    this.leaveFor(address);
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.#query = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(), PAUSE_MS);
  }

  /**
   * Enter takes the first person found, or begins the conversation with the chosen people; the arrow moves to the list,
   * and the backspace key removes the last chosen person.
   * @param {KeyboardEvent} event
   */
  #searchKey(event) {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    const last = this.chosen.at(-1);
    if (event.isComposing) return;
    if (event.key === 'Backspace' && !value && last) return this.#toggle(last);
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (event.key === 'ArrowDown') this.#people[0]?.focus();
    else if (last && !value.trim()) this.#begin();
    else this.#take();
  }

  /** Takes the first person found for what is typed now. The Enter key may come before the answer. */
  async #take() {
    clearTimeout(this.#timer);
    if (this.#found !== this.#query) await this.#fetch();
    await this.updateComplete;
    if (this.#found === this.#query) this.#people.find((one) => one.getAttribute('aria-pressed') !== 'true')?.click();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    const people = this.#people;
    const at = people.findIndex((one) => one.parentElement?.contains(document.activeElement));
    (people[at + step] ?? (step < 0 ? this.querySelector('input') : null))?.focus();
    event.preventDefault();
  }

  get #people() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.found-person')]);
  }

  async #fetch() {
    const query = this.#query;
    try {
      const users = await this.chat.people.find(query.replace(/^@/, ''));
      if (query !== this.#query) return;
      this.users = users;
      this.#found = query;
      this.failure = '';
    } catch (error) {
      this.failure = explain(error);
    }
  }
}

customElements.define('new-message-dialog', NewMessageDialog);

/** @import {Chat} from '../../chat.js' */
/** @import {User} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { directAddress } from '../../models/route.js';
import { Dialog } from '../common/dialog.js';
import { avatar, errorLine, handle, icon, named, presenceText } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** The search runs after a pause in typing, not at each key. */
const PAUSE_MS = 200;

/** Asks for the other user of a new conversation. */
export class NewMessageDialog extends Dialog {
  static properties = { chat: { attribute: false }, users: { state: true }, failure: { state: true } };

  #query = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {User[] | null} */
    this.users = null;
    this.failure = '';
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
        <label class="search-field">${icon('search')}<input type="search" autofocus autocomplete="off" autocapitalize="none" spellcheck="false"
          placeholder=${t('direct.search')} aria-label=${t('direct.search')} @input=${this.#typed} @keydown=${this.#searchKey} /></label>
      </div>
      <div class="dialog-body browse-list">${this.#list()}</div>`;
  }

  #list() {
    if (this.failure) return html`${errorLine(this.failure)}<button @click=${() => this.#fetch()}>${t('action.retry')}</button>`;
    if (!this.users) return html`<div class="skeleton-lines" aria-busy="true"></div>`;
    if (!this.users.length) return html`<p class="faint">${t('direct.nobodyFound')}</p>`;
    return html`<ul class="found" @keydown=${this.#key}>${repeat(this.users, ({ username }) => username, (user) => this.#user(user))}</ul>`;
  }

  /** @param {User} user */
  #user(user) {
    const me = user.username === this.chat.me.username;
    const address = directAddress(user.username);
    return html`<li><a class="found-person" href=${address} @click=${(/** @type {Event} */ event) => this.#choose(event, address)}>
      ${avatar(user, me ? undefined : user.presence)}
      <span class="card-text"><strong>${named(user.displayName)}</strong><span class="faint">${handle(user.username)}</span></span>
      <span class="faint">${me ? t('direct.notes') : user.lastSeenAt || user.presence !== 'offline' ? presenceText(user) : nothing}</span>
    </a></li>`;
  }

  /**
   * @param {Event} event
   * @param {string} address
   */
  #choose(event, address) {
    event.preventDefault();
    this.leaveFor(address);
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.#query = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(), PAUSE_MS);
  }

  /** @param {KeyboardEvent} event Enter opens the first person found, the arrow moves to it */
  #searchKey(event) {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    const first = this.#links[0];
    event.preventDefault();
    if (event.key === 'Enter') first?.click();
    else first?.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step) return;
    const links = this.#links;
    const next = links[links.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step];
    (next ?? (step < 0 ? this.querySelector('input') : null))?.focus();
    event.preventDefault();
  }

  get #links() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.found-person')]);
  }

  async #fetch() {
    const query = this.#query;
    try {
      const users = await this.chat.people.find(query.replace(/^@/, ''));
      if (query !== this.#query) return;
      this.users = users;
      this.failure = '';
    } catch (error) {
      this.failure = explain(error);
    }
  }
}

customElements.define('new-message-dialog', NewMessageDialog);

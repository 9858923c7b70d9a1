/** @import {Chat} from '../../chat.js' */
/** @import {User} from '../../models/wire.js' */
import { html } from 'lit';
import { t } from '../../language.js';
import { Light } from '../common/light.js';
import { avatar, errorLine, handle, named, notYet } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** The users that the user has blocked, and how to unblock them. */
export class BlockSettings extends Light {
  static properties = { chat: { attribute: false }, users: { state: true }, error: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {User[] | null} */
    this.users = null;
    this.error = '';
  }

  firstUpdated() {
    this.#do(async () => undefined);
  }

  render() {
    return html`${errorLine(this.error)}
      <p class="faint">${t('block.effect')}</p>
      ${this.users ? this.#list(this.users) : notYet(this.error, () => this.#do(async () => undefined))}`;
  }

  /** @param {User[]} users */
  #list(users) {
    if (!users.length) return html`<p>${t('block.nobody')}</p>`;
    return html`<ul class="cards">${users.map((user) => html`<li class="card">${avatar(user)}
      <div class="card-text"><strong>${named(user.displayName)}</strong><span class="faint">${handle(user.username)}</span></div>
      <button aria-label="${t('block.end')}: ${user.displayName}" @click=${() => this.#do(() => this.chat.people.block(user.username, false))}>${t('block.end')}</button>
    </li>`)}</ul>`;
  }

  /** @param {() => Promise<unknown>} action */
  async #do(action) {
    try {
      await action();
      this.users = await this.chat.people.blocked();
      this.error = '';
    } catch (error) {
      this.error = explain(error);
    }
  }
}

customElements.define('block-settings', BlockSettings);

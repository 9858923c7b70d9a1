/** @import {Chat} from '../../chat.js' */
import { html } from 'lit';
import { t, tx } from '../../language.js';
import { problemOf } from '../../lib/problem.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { icon, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import '../common/connection-banner.js';

/** A conversation that the page does not know yet. It loads or starts it, or says that no user has this name. */
export class ConversationDoor extends Light {
  static properties = { chat: { attribute: false }, username: { attribute: false }, failure: { state: true } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.username = '';
    /** @type {unknown} */
    this.failure = null;
  }

  firstUpdated() {
    this.#look();
  }

  async #look() {
    this.failure = null;
    try {
      await this.chat.conversing.with(this.username);
    } catch (error) {
      this.failure = error;
    }
  }

  render() {
    if (!this.failure) return html`<main class="room-skeleton" aria-busy="true" aria-label=${t('room.loading')}></main>`;
    const absent = problemOf(this.failure).code === 'not_found';
    return html`<main class="empty">
      <connection-banner .chat=${this.chat}></connection-banner>
      <a class="button back quiet square" href="#/rooms" aria-label=${t('room.back')}>${icon('back')}</a>
      <div class="notice-card">
        ${icon('message')}
        <h1>${absent ? tx('direct.absent', { name: named(this.username) }) : explain(this.failure)}</h1>
        ${absent
          ? html`<button class="primary" @click=${() => openDialog(this, 'new-message')}>${t('direct.find')}</button>`
          : html`<button class="primary" @click=${() => this.#look()}>${t('action.retry')}</button>`}
      </div>
    </main>`;
  }
}

customElements.define('conversation-door', ConversationDoor);

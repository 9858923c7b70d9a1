/** @import {Chat} from '../../chat.js' */
/** @import {View} from '../../models/side.js' */
import { html } from 'lit';
import { language, t } from '../../language.js';
import { sections, shown, talks } from '../../models/side.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { icon } from '../common/pieces.js';
import { listRows } from '../rooms/list-row.js';

/** The user's conversations and groups, the latest first. The order does not change under the pointer or the focus. */
export class ConversationList extends Light {
  static properties = { chat: { attribute: false }, view: { attribute: false } };

  /** @type {string[]} */
  #order = [];
  #aimedAt = false;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {View} */
    this.view = { query: '', onlyUnread: false, current: null };
  }

  willUpdate() {
    this.watches(this.chat);
  }

  render() {
    return html`<nav class="people" aria-labelledby="people-title" @pointerenter=${this.#aim} @pointerleave=${this.#aim} @focusin=${this.#aim} @focusout=${this.#aim}>
      <div class="people-head">
        <h2 id="people-title">${t('direct.title')}</h2>
        <button class="quiet square small" data-tip=${t('direct.new')} aria-label=${t('direct.new')} @click=${() => openDialog(this, 'new-message')}>${icon('plus')}</button>
      </div>
      ${this.#list()}
    </nav>`;
  }

  #list() {
    const { chat, view } = this;
    if (!chat.conversations.loaded) return html`<div class="skeleton-lines" aria-busy="true"></div>`;
    const all = talks(chat, view.query, this.#aimedAt ? this.#order : []);
    this.#order = all.map(({ id }) => id);
    const listed = sections([], shown(all, view), language.collator).conversations;
    if (listed.length) return listRows(this, listed, view.current);
    // Favourites stand above. Then this list may be empty although there are conversations.
    return all.length && !view.onlyUnread ? '' : html`<p class="side-empty">${t(view.query.trim() ? 'direct.noneMatch' : all.length ? 'unread.none' : 'direct.none')}</p>`;
  }

  /** @param {Event} event */
  #aim({ type }) {
    this.#aimedAt = type === 'pointerenter' || type === 'focusin' || this.matches(':hover, :focus-within');
    if (!this.#aimedAt) this.requestUpdate();
  }
}

customElements.define('conversation-list', ConversationList);

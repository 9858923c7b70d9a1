/** @import {Chat} from '../../chat.js' */
import { html } from 'lit';
import { addTexts, t } from '../../language.js';
import { Late } from '../../lib/late.js';
import { Problem, problemOf } from '../../lib/problem.js';
import { Light } from '../common/light.js';
import { icon } from '../common/pieces.js';
import { explain } from '../common/problems.js';

const late = new Late(() => Promise.all([import('../../admin/page.js'), addTexts((tag) => import(`../../admin/texts.${tag}.js`))]));

/** Loads the administrators' pages when an administrator opens them. Few users ever do. */
export class DeskDoor extends Light {
  static properties = { chat: { attribute: false }, section: {}, there: { state: true }, failure: { state: true } };

  #fetching = false;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    this.section = '';
    this.there = false;
    /** @type {Problem | null} */
    this.failure = null;
  }

  get #mine() {
    return this.chat.me.role === 'admin';
  }

  willUpdate() {
    this.watches(this.chat.session);
    if (this.#mine && !this.there && !this.failure && !this.#fetching) this.#fetch();
  }

  async #fetch() {
    this.failure = null;
    this.#fetching = true;
    try {
      await late.get(this.chat.connections.phase === 'open');
      this.there = true;
    } catch (error) {
      this.failure = problemOf(error);
    }
    this.#fetching = false;
  }

  render() {
    if (!this.#mine) return this.#closed(html`<h1>${t('admin.notYours')}</h1><a class="button primary" href="#/rooms">${t('gone.toRooms')}</a>`);
    if (this.there) return html`<admin-page .chat=${this.chat} .section=${this.section}></admin-page>`;
    if (!this.failure) return html`<main class="room-skeleton" aria-busy="true" aria-label=${t('admin.title')}></main>`;
    const outdated = this.failure.code === 'outdated';
    return this.#closed(html`<h1>${explain(this.failure)}</h1><button class="primary"
      @click=${() => (outdated ? location.reload() : this.#fetch())}>${t(outdated ? 'action.reload' : 'action.retry')}</button>`);
  }

  /** @param {unknown} words */
  #closed(words) {
    return html`<main class="empty">
      <a class="button back quiet square" href="#/rooms" aria-label=${t('room.back')}>${icon('back')}</a>
      <div class="notice-card">${icon('lock')} ${words}</div>
    </main>`;
  }
}

customElements.define('desk-door', DeskDoor);

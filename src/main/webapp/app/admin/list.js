/** @import {Administering} from './administering.js' */
/** @import {TemplateResult} from 'lit' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Light } from '../components/common/light.js';
import { errorLine, icon } from '../components/common/pieces.js';
import { explain } from '../components/common/problems.js';
import { t } from '../language.js';

/** The search runs after a pause in typing, not at each key. */
const PAUSE_MS = 200;

/**
 * A list that loads page by page, with a search if the list has one. A subclass says how to load a page and render an
 * item.
 * @template T
 */
export class AdminList extends Light {
  static properties = { desk: { attribute: false }, items: { state: true }, next: { state: true }, failure: { state: true } };

  /** @type {{query: string, filter: string}} */
  wanted = { query: '', filter: '' };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** The number of the last request. Answers to earlier ones are ignored. */
  #asked = 0;

  constructor() {
    super();
    /** @type {Administering} */
    this.desk;
    /** @type {T[] | null} */
    this.items = null;
    /** @type {string | null} */
    this.next = null;
    this.failure = '';
  }

  /** @param {import('./administering.js').Wanted} _wanted @returns {Promise<{items: T[], next: string | null}>} */
  async page(_wanted) {
    return { items: [], next: null };
  }

  /** @param {T} _item @returns {string} */
  key(_item) {
    return '';
  }

  /** @param {T} _item @returns {TemplateResult} */
  item(_item) {
    return html``;
  }

  /** @returns {unknown} the controls above the list */
  tools() {
    return nothing;
  }

  /** @returns {string} the text for an empty list */
  get none() {
    return t('admin.none');
  }

  firstUpdated() {
    this.fetch();
  }

  render() {
    return html`${this.tools()} ${this.failure ? this.#failed() : this.#list()}`;
  }

  #failed() {
    return html`${errorLine(this.failure)}<button @click=${() => this.fetch()}>${t('action.retry')}</button>`;
  }

  #list() {
    if (!this.items) return html`<div class="skeleton-lines" aria-busy="true"></div>`;
    if (!this.items.length) return html`<p class="faint">${this.none}</p>`;
    return html`<ul class="cards">${repeat(this.items, (item) => this.key(item), (item) => this.item(item))}</ul>
      ${this.next ? html`<button class="link" @click=${() => this.fetch(this.next)}>${t('list.more')}</button>` : nothing}`;
  }

  /** @param {string} label */
  searchField(label) {
    return html`<label class="search-field">${icon('search')}<input type="search" placeholder=${label} aria-label=${label} @input=${this.#typed} /></label>`;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.wanted.query = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fetch(), PAUSE_MS);
  }

  /** @param {T} item the new state; it replaces the old one in place, so the user keeps their place in the list */
  replace(item) {
    this.items = this.items?.map((one) => (this.key(one) === this.key(item) ? item : one)) ?? null;
  }

  /** @param {string | null} [cursor] */
  async fetch(cursor = null) {
    const asked = (this.#asked += 1);
    try {
      const { items, next } = await this.page({ ...this.wanted, cursor });
      if (asked !== this.#asked) return;
      this.items = cursor ? [...(this.items ?? []), ...items] : items;
      this.next = next;
      this.failure = '';
    } catch (error) {
      if (asked === this.#asked) this.failure = explain(error);
    }
  }
}

/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {FilterName} from '../../models/search.js' */
/** @import {Hit} from '../../models/wire.js' */
/** @import {MessageTimeline} from '../timeline/message-timeline.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { language, t } from '../../language.js';
import { isGroup } from '../../models/groups.js';
import { directAddress, roomAddress } from '../../models/route.js';
import { Finder } from '../../models/palette.js';
import { filtersIn, keyOfHit, piecesIn, withFilter } from '../../models/search.js';
import { Light } from '../common/light.js';
import { errorLine, icon, moment, named, nameOf, nameOfRoom } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { said } from '../files/said.js';
import { filterFields, placeOf } from './search-filters.js';
import { placeLink, placesIn } from './search-places.js';

/** After this pause in typing the search begins by itself. */
const PAUSE_MS = 350;

/** Looks for messages, and for rooms and people by their names, beside the open room or on a narrow page in its place. */
export class SearchPanel extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, covers: { attribute: false } };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #from = document.activeElement;
  #finder = new Finder();
  /** @type {ReturnType<typeof placesIn>} */
  #places = [];

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** The open room or conversation. @type {RoomState | undefined} */
    this.state = undefined;
    /** Whether the panel covers the room. */
    this.covers = false;
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  willUpdate() {
    this.watches(this.chat.searching);
    this.#places = placesIn(this.chat, this.#finder);
  }

  /** The list is where the user left it. */
  firstUpdated() {
    const { searching } = this.chat;
    this.#list.scrollTop = searching.scrolled;
    const chosen = this.#links.find(({ dataset }) => dataset.key === searching.chosen);
    if (chosen) chosen.focus({ preventScroll: true });
    else this.#field.select();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector('input'));
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector('.search-list'));
  }

  get #links() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll(':is(.search-place, .search-hit)')]);
  }

  render() {
    const { searching } = this.chat;
    const title = t('search.title');
    return html`<section class="search-panel" role=${this.covers ? 'main' : 'complementary'} aria-label=${title}>
      <header class="thread-head">
        ${this.covers ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
        <button class="quiet square" aria-label=${t('search.close')} data-tip=${t('search.close')} @click=${this.#close}>${icon('close')}</button>
      </header>
      <search class="search-form">
        <input type="search" .value=${searching.text} placeholder=${t('search.placeholder')} aria-label=${title} maxlength="250" @input=${this.#typed} />
        <div class="search-tools">${this.#tools()} ${this.#order()}</div>
        ${this.#filtering ? filterFields({ chat: this.chat, state: this.state, text: searching.text, set: (name, value) => this.#set(name, value) }) : nothing}
      </search>
      <p class="search-state faint" role="status">${this.#status()}</p>
      <div class="search-list" @scroll=${this.#scrolled}>${this.#found()} ${this.#hits()}</div>
    </section>`;
  }

  /** There is room for the filters beside the open room. A phone shows them when the user asks. */
  get #filtering() {
    return this.chat.searching.filtering ?? !this.covers;
  }

  #tools() {
    const { searching } = this.chat;
    const filters = filtersIn(searching.text);
    const count = Object.keys(filters).length;
    const here = this.state && placeOf(this.state);
    const isHere = filters.in?.toLowerCase() === here?.toLowerCase();
    return html`<button class="search-filter" aria-expanded=${String(this.#filtering)} aria-controls=${this.#filtering ? 'search-filters' : nothing} @click=${() => searching.filter(!this.#filtering)}>
        ${icon('filter')} <span>${t('search.filters')}</span> ${count ? html`<span class="count quiet">${language.number.format(count)}</span>` : nothing}</button>
      ${here ? html`<button class="search-filter" aria-pressed=${String(isHere)} @click=${() => this.#set('in', isHere ? '' : here)}>${t('search.here')}</button>` : nothing}`;
  }

  #order() {
    const { searching } = this.chat;
    return html`<select aria-label=${t('search.order')} .value=${searching.sort} @change=${this.#sorted}>
      <option value="newest">${t('search.newest')}</option>
      <option value="best">${t('search.best')}</option>
    </select>`;
  }

  #status() {
    const { hits, next, busy, progress, wrong, failure } = this.chat.searching;
    if (wrong) return t('search.wrong', { filter: wrong });
    if (failure) return nothing;
    if (!hits) return busy ? nothing : t('search.hint');
    const messages = hits.length || next ? t('search.count', { count: hits.length, more: next ? '+' : '' }) : t('search.none');
    const found = this.#places.length ? `${t('search.places.count', { count: this.#places.length })} · ${messages}` : messages;
    return progress < 1 ? `${found} ${t('search.indexing', { share: language.number.format(Math.floor(100 * progress)) })}` : found;
  }

  #found() {
    if (!this.#places.length) return nothing;
    const heading = (/** @type {string} */ text) => (this.covers ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`);
    return html`${heading(t('search.places'))}
      <ul class="search-places">${repeat(this.#places, ({ item }) => item.id, (hit) => html`<li>${placeLink(hit, () => this.#gone())}</li>`)}</ul>
      ${heading(t('search.messages'))}`;
  }

  #hits() {
    const { searching } = this.chat;
    const { hits, next, busy, failure } = searching;
    return html`${failure ? html`${errorLine(explain(failure))} <button class="link" @click=${() => searching.again()}>${t('action.retry')}</button>` : nothing}
      <ol class="search-hits" aria-busy=${String(busy)}>${repeat(hits ?? [], keyOfHit, (hit) => html`<li>${this.#hit(hit)}</li>`)}</ol>
      ${next && !failure ? html`<button class="link" ?disabled=${busy} @click=${() => searching.more()}>${t('list.more')}</button>` : nothing}
      ${busy && !hits ? html`<div class="skeleton-lines" aria-hidden="true"></div>` : nothing}`;
  }

  /** @param {Hit} hit */
  #hit(hit) {
    const { room, with: peer, seq, sender, createdAt } = hit.message;
    const address = room ? roomAddress(room, seq) : directAddress(peer ?? '', seq);
    const key = keyOfHit(hit);
    return html`<a class="search-hit" href=${address} data-key=${key} aria-current=${key === this.chat.searching.chosen ? 'true' : nothing} @click=${() => this.#show(hit, address)}>
      <span class="search-head"><strong>${named(nameOf(/** @type {any} */ (sender)))}</strong> <span class="faint">${named(this.#where(hit))}</span> <span class="faint">${moment(createdAt)}</span></span>
      <span class="search-text"><bdi>${hit.highlight ? nothing : said(hit.message)}${piecesIn(hit).map(({ text, found }) => (found ? html`<mark>${text}</mark>` : text))}</bdi></span>
    </a>`;
  }

  /** @param {Hit} hit @returns {string} */
  #where({ message: { room, with: peer } }) {
    if (!room && peer?.startsWith('~')) return t('member.deleted');
    if (!room) return `@${peer}`;
    const state = this.chat.rooms.find(room);
    return state && isGroup(state.room) ? nameOfRoom(state.room, state.me) : `#${room}`;
  }

  /**
   * A link to the current address changes no address, so the page goes there here.
   * @param {Hit} hit
   * @param {string} address
   */
  #show(hit, address) {
    this.chat.searching.choose(hit);
    if (address === location.hash) /** @type {MessageTimeline | null} */ (document.querySelector('message-timeline'))?.go(hit.message.seq);
    this.#gone();
  }

  #gone() {
    if (this.covers) this.chat.searching.show(false);
  }

  /**
   * @param {FilterName} name
   * @param {string} value
   */
  #set(name, value) {
    clearTimeout(this.#pause);
    this.chat.searching.find(withFilter(this.#field.value, name, value));
  }

  #typed() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#find(), PAUSE_MS);
  }

  #find() {
    clearTimeout(this.#pause);
    const { searching } = this.chat;
    if (this.#field.value !== searching.text || searching.failure) searching.find(this.#field.value);
  }

  /** @param {Event} event */
  #sorted(event) {
    this.chat.searching.find(this.#field.value, /** @type {'newest' | 'best'} */ (/** @type {HTMLSelectElement} */ (event.target).value));
  }

  #scrolled() {
    this.chat.searching.scrolled = this.#list.scrollTop;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && event.target === this.#field) this.#find();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.#stops.includes(/** @type {HTMLElement} */ (event.target))) this.#step(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
  }

  get #stops() {
    return [this.#field, ...this.#links];
  }

  /** @param {1 | -1} by from the field through what was found and back */
  #step(by) {
    const stops = this.#stops;
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
  }

  #close() {
    this.chat.searching.show(false);
    if (this.#from instanceof HTMLElement && this.#from.isConnected) this.#from.focus();
  }
}

customElements.define('search-panel', SearchPanel);

/** @import {Emoji, Emojis} from '../../models/emoji.js' */
/** @import {Place} from '../../models/emoji-grid.js' */
/** @import {Section} from './sections.js' */
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { toned } from '../../models/emoji.js';
import { moved } from '../../models/emoji-grid.js';
import { Dialog } from '../common/dialog.js';
import { icon, named } from '../common/pieces.js';
import { touch } from '../common/touch.js';
import { groupBar } from './group-bar.js';
import { placeBeside } from './placing.js';
import { sectionsFound, sectionsOf } from './sections.js';
import { skinTones } from './skin-tones.js';

/** Emoji are drawn in blocks of this many, when they come into view. It divides into rows of 8 and of 6. */
const BLOCK = 48;

/**
 * A window with all emoji, beside its `anchor` or, on a phone, at the lower edge. It emits `choose-emoji` with the
 * emoji as `detail`, and then closes.
 */
export class EmojiPicker extends Dialog {
  static properties = { emojis: { attribute: false }, query: { state: true }, tone: { state: true }, group: { state: true }, looked: { state: true } };

  /** @type {Section[]} */
  #groups = [];
  /** What is shown: the groups, or what the search has found. @type {Section[]} */
  #sections = [];
  /** The blocks that are drawn. @type {Set<string>} */
  #drawn = new Set();
  #near = new IntersectionObserver((entries) => this.#approach(entries), { rootMargin: '160px' });
  #placed = () => placeBeside(this.querySelector('dialog'), this.anchor);

  constructor() {
    super();
    /** @type {Emojis} */
    this.emojis;
    /** @type {HTMLElement} */
    this.anchor;
    this.query = '';
    this.tone = preferences.skinTone;
    /** The section at the top of the view. */
    this.group = '';
    /** The emoji under the pointer or with the focus. @type {Emoji | null} */
    this.looked = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.backTo(this.anchor, this.anchor.closest('.row'));
    window.addEventListener('resize', this.#placed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#placed);
    this.#near.disconnect();
  }

  firstUpdated() {
    super.firstUpdated();
    this.#placed();
  }

  get brief() {
    return true;
  }

  get heading() {
    return t('emoji.title');
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('query') && !changed.has('emojis')) return;
    const { emojis, query } = this;
    if (changed.has('emojis')) this.#groups = sectionsOf(emojis, preferences.recentEmoji);
    this.#sections = query.trim() ? sectionsFound(emojis, query) : this.#groups;
    this.group = this.#sections[0]?.key ?? '';
    this.looked = query.trim() ? (this.#sections[0]?.items[0] ?? null) : null;
    // What is in view at first must not wait for the observer.
    for (const { key } of this.#sections.slice(0, this.group === 'recent' ? 2 : 1)) this.#drawn.add(`${key}:0`);
  }

  updated() {
    for (const block of this.#blocks()) {
      block.style.setProperty('--count', block.dataset.count ?? '');
      this.#near.observe(block);
    }
    if (!this.querySelector('.emoji-cell[tabindex="0"]')) this.querySelector('.emoji-cell')?.setAttribute('tabindex', '0');
  }

  #blocks() {
    return /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('.emoji-block'));
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #approach(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#drawn.add(/** @type {HTMLElement} */ (target).dataset.block ?? '');
    }
    this.requestUpdate();
  }

  content() {
    const { query } = this;
    return html`<div class="emoji-top">
        <label class="search-field">${icon('search')}<input type="search" ?autofocus=${!touch.matches} autocomplete="off" enterkeyhint="done" placeholder=${t('emoji.search')}
          aria-label=${t('emoji.search')} .value=${query} @input=${this.#searched} @keydown=${this.#searchKey} /></label>
        ${groupBar(this.#groups, this.group, (key) => this.#show(key))}
      </div>
      <div class="emoji-scroll" @scroll=${this.#scrolled} @click=${this.#clicked} @keydown=${this.#key} @focusin=${this.#lookedAt} @pointerover=${this.#lookedAt}>
        ${repeat(this.#sections, ({ key }) => key, (section, at) => this.#section(section, at))}
        ${this.#sections.length ? nothing : html`<p class="emoji-nothing">${t('emoji.nothing', { query: query.trim() })}</p>`}
      </div>
      <span class="hidden" role="status">${this.#result()}</span>
      <footer class="emoji-foot">${this.#preview()} ${skinTones(this.tone, (tone) => (this.tone = preferences.skinTone = tone))}</footer>`;
  }

  /** What a screen reader says about the search. */
  #result() {
    if (!this.query.trim()) return '';
    const count = this.#sections[0]?.items.length ?? 0;
    return count ? t('emoji.count', { count }) : t('emoji.nothing', { query: this.query.trim() });
  }

  /**
   * @param {Section} section
   * @param {number} at its index
   */
  #section({ key, title, items }, at) {
    const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, i) => i * BLOCK);
    return html`<div class="emoji-group" role="group" aria-labelledby="emoji-${key}" data-key=${key}>
      <h3 id="emoji-${key}">${title}</h3>
      ${blocks.map((from, i) => this.#block(`${key}:${i}`, items, at, from))}
    </div>`;
  }

  /**
   * @param {string} block
   * @param {Emoji[]} items of the section
   * @param {number} section
   * @param {number} from
   */
  #block(block, items, section, from) {
    const drawn = this.#drawn.has(block);
    const to = Math.min(from + BLOCK, items.length);
    const cells = () => (drawn ? items.slice(from, to).map((item, i) => this.#cell(item, `${section}-${from + i}`)) : nothing);
    return html`<div class="emoji-block" data-block=${block} data-count=${to - from}>${guard([items, drawn, this.tone, section], cells)}</div>`;
  }

  /**
   * @param {Emoji} item
   * @param {string} at
   */
  #cell(item, at) {
    return html`<button type="button" class="emoji-cell" tabindex="-1" data-at=${at} aria-label=${item.label}>${toned(item, this.tone)}</button>`;
  }

  /** The name of the emoji that the user looks at. */
  #preview() {
    const { looked } = this;
    if (!looked) return html`<p class="emoji-preview faint">${t('emoji.choose')}</p>`;
    return html`<p class="emoji-preview"><span class="emoji-sample" aria-hidden="true">${toned(looked, this.tone)}</span>
      <span class="emoji-name">${named(looked.label)} <bdi class="faint">:${looked.shortcodes[0]}:</bdi></span></p>`;
  }

  /** @param {InputEvent} event */
  #searched({ target }) {
    this.query = /** @type {HTMLInputElement} */ (target).value;
    this.#scroller.scrollTop = 0;
  }

  /** @param {KeyboardEvent} event */
  #searchKey(event) {
    if (event.isComposing || !this.#sections.length) return;
    if (event.key === 'ArrowDown') this.#goTo({ section: 0, index: 0 });
    else if (event.key === 'Enter' && this.query.trim()) this.#choose(this.#sections[0].items[0]);
    else return;
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const at = placeOf(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const columns = Number(getComputedStyle(this.#scroller).getPropertyValue('--columns'));
    const key = document.documentElement.dir === 'rtl' ? (MIRRORED.get(event.key) ?? event.key) : event.key;
    const to = moved(this.#sections.map(({ items }) => items.length), at, key, columns);
    if (to === undefined) return;
    event.preventDefault();
    if (to) this.#goTo(to);
    else this.querySelector('input')?.focus();
  }

  /** @param {Place} place */
  async #goTo({ section, index }) {
    this.#drawn.add(`${this.#sections[section].key}:${Math.floor(index / BLOCK)}`);
    this.requestUpdate();
    await this.updateComplete;
    const cell = /** @type {HTMLElement | null} */ (this.querySelector(`[data-at="${section}-${index}"]`));
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Event} event of the pointer or the focus */
  #lookedAt({ type, target }) {
    const at = placeOf(target);
    if (!at) return;
    this.looked = this.#sections[at.section].items[at.index];
    if (type !== 'focusin') return;
    for (const cell of this.querySelectorAll('.emoji-cell[tabindex="0"]')) cell.setAttribute('tabindex', '-1');
    /** @type {HTMLElement} */ (target).tabIndex = 0;
  }

  /** @param {Event} event */
  #clicked({ target }) {
    const at = placeOf(target);
    if (at) this.#choose(this.#sections[at.section].items[at.index]);
  }

  /** @param {Emoji} item */
  #choose(item) {
    this.emit('choose-emoji', toned(item, this.tone));
    this.close();
  }

  /** @param {string} key of the section */
  async #show(key) {
    this.query = '';
    await this.updateComplete;
    const section = /** @type {HTMLElement | null} */ (this.querySelector(`[data-key="${key}"]`));
    if (section) this.#scroller.scrollTop = section.offsetTop;
    this.group = key;
  }

  #scrolled() {
    const sections = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.emoji-group')]);
    const top = this.#scroller.scrollTop;
    this.group = sections.findLast(({ offsetTop }) => offsetTop <= top + 1)?.dataset.key ?? this.group;
  }

  get #scroller() {
    return /** @type {HTMLElement} */ (this.querySelector('.emoji-scroll'));
  }
}

const MIRRORED = new Map([['ArrowLeft', 'ArrowRight'], ['ArrowRight', 'ArrowLeft']]);

/** @param {EventTarget | null} target @returns {Place | null} */
function placeOf(target) {
  const at = target instanceof HTMLElement ? target.dataset.at : undefined;
  if (!at) return null;
  const [section, index] = at.split('-').map(Number);
  return { section, index };
}

customElements.define('emoji-picker', EmojiPicker);

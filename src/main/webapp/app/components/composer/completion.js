/** @import {Key} from '../../language.js' */
/** @import {Change} from '../../models/marking.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { completed } from '../../models/completing.js';

/**
 * What the list offers after one sign, such as people after an `@`.
 * @template T
 * @typedef {object} Source
 * @property {(text: string, caret: number) => {from: number, query: string} | null} at the place of the sign and the text after it
 * @property {(query: string) => T[]} find the best first
 * @property {(item: T) => unknown} draw
 * @property {(item: T) => string} take an item: what comes in place of the sign and the query
 * @property {Key} offer the name of the list
 * @property {Key} count of its items, for screen readers
 */

const STEPS = new Map([['ArrowDown', 1], ['ArrowUp', -1]]);

/** Completes what the user types: people after an `@`, emoji after a `:`. */
export class Completion {
  /** @type {unknown[]} */
  #offered = [];
  #from = 0;
  #chosen = 0;
  /** The place of the sign whose list the user closed with Escape. The list opens again at the next sign. */
  #dismissed = -1;
  /** @type {Source<any>} */
  #source;

  /**
   * @param {{field: () => HTMLTextAreaElement | null, take: (change: Change) => void, changed: () => void}} composer
   * @param {Source<any>[]} sources
   */
  constructor(composer, sources) {
    this.composer = composer;
    this.sources = sources;
    this.#source = sources[0];
  }

  get open() {
    return this.#offered.length > 0;
  }

  /** The item that the Enter key takes. */
  get active() {
    return this.open ? `offer-${this.#chosen}` : undefined;
  }

  /** The text or the caret has moved. */
  look() {
    const begun = this.#begun();
    if (!begun) this.#dismissed = -1;
    const offered = begun && begun.from !== this.#dismissed ? begun.source.find(begun.query) : [];
    if (offered.length === 0 && !this.open) return;
    if (begun?.from !== this.#from || offered.length !== this.#offered.length) this.#chosen = 0;
    this.#from = begun?.from ?? 0;
    this.#source = begun?.source ?? this.#source;
    this.#offered = offered;
    this.composer.changed();
  }

  #begun() {
    const field = this.composer.field();
    if (!field || field.selectionStart !== field.selectionEnd) return null;
    for (const source of this.sources) {
      const found = source.at(field.value, field.selectionStart);
      if (found) return { ...found, source };
    }
    return null;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the list has used the key */
  key(event) {
    const step = STEPS.get(event.key);
    if (!this.open || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (step) this.#chosen = (this.#chosen + step + this.#offered.length) % this.#offered.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.#take(this.#offered[this.#chosen]);
    else if (event.key === 'Escape') this.close(this.#from);
    else return false;
    event.preventDefault();
    this.composer.changed();
    if (step) requestAnimationFrame(() => document.getElementById(this.active ?? '')?.scrollIntoView({ block: 'nearest' }));
    return true;
  }

  /** @param {number} [dismissed] the place of the sign where the list stays closed */
  close(dismissed = -1) {
    this.#dismissed = dismissed;
    this.#offered = [];
    this.composer.changed();
  }

  render() {
    if (!this.open) return nothing;
    const { offer, count, draw } = this.#source;
    return html`<ul class="offer" id="offer" role="listbox" aria-label=${t(offer)}>
      ${this.#offered.map((item, at) => html`<li id="offer-${at}" role="option" aria-selected=${String(at === this.#chosen)}
        @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.#take(item)}>${draw(item)}</li>`)}
    </ul>
    <span class="hidden" role="status">${t(count, { count: this.#offered.length })}</span>`;
  }

  /** @param {unknown} item */
  #take(item) {
    const field = this.composer.field();
    if (!field) return;
    const change = completed(field.value, this.#from, field.selectionStart, this.#source.take(item));
    this.close();
    this.composer.take(change);
  }
}

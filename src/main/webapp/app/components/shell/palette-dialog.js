/** @import {Hit} from '../../models/palette.js' */
/** @import {Command, Place} from './commands.js' */
/** @import {Group} from './palette-groups.js' */
/** @import {Offer} from './palette-items.js' */
import { html, nothing } from 'lit';
import { t, tx } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { Finder } from '../../models/palette.js';
import { Finding } from '../../uses/finding.js';
import { Dialog } from '../common/dialog.js';
import { oneOf } from '../common/keys.js';
import { errorLine, icon } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { touch } from '../common/touch.js';
import { commands } from './commands.js';
import { groupsFor } from './palette-groups.js';
import { optionOf } from './palette-options.js';

/** The search on the server runs after a pause in typing, not at each key. */
const PAUSE_MS = 200;

const STEPS = new Map([['ArrowDown', 1], ['ArrowUp', -1]]);

/** Goes to any room or person, and runs commands, by a few letters. */
export class PaletteDialog extends Dialog {
  static properties = { place: { attribute: false }, typed: { state: true }, active: { state: true } };

  #finder = new Finder();
  /** @type {Group[]} */
  #groups = [];
  /** @type {Finding | undefined} */
  #finding;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    /** @type {Place} */
    this.place;
    this.typed = '';
    /** The id of the option that the user has moved to; null for the first one. @type {string | null} */
    this.active = null;
  }

  get heading() {
    return t('palette.title');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** People and rooms that the server has found. */
  get #others() {
    this.#finding ??= new Finding(this.place.chat);
    return this.#finding;
  }

  willUpdate() {
    this.watches(this.place.chat.rooms, this.place.chat.conversations, this.#others);
    this.#groups = groupsFor(this.place, this.typed, this.#others, this.#finder);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('active') || changed.has('typed')) this.querySelector('[role=option][aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  get #hits() {
    return this.#groups.flatMap(({ hits }) => hits);
  }

  /** The option that the Enter key takes. */
  get #chosen() {
    return this.#hits.find(({ item }) => item.id === this.active) ?? this.#hits.at(0);
  }

  content() {
    const chosen = this.#chosen;
    const { failure } = this.#others;
    return html`<div class="browse-tools">
        <label class="search-field">${icon('search')}<input ?autofocus=${!touch.matches} autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go" maxlength="100"
          role="combobox" aria-expanded=${String(chosen !== undefined)} aria-controls="palette-list" aria-autocomplete="list" aria-activedescendant=${chosen ? idOf(chosen.item) : nothing}
          placeholder=${t('palette.placeholder')} aria-label=${t('palette.placeholder')} @input=${this.#input} @keydown=${this.#key} /></label>
      </div>
      ${failure ? errorLine(explain(failure)) : nothing}
      <div class="palette-list" id="palette-list" role="listbox" aria-label=${t('palette.title')}>${this.#groups.map((group, i) => this.#group(group, i, chosen))}</div>
      ${chosen ? nothing : html`<p class="palette-none faint">${t('palette.none')}</p>`}
      <span class="hidden" role="status">${this.typed ? t('palette.count', { count: this.#hits.length }) : nothing}</span>
      <footer class="palette-foot faint">${tx('palette.signs', { rooms: html`<kbd>#</kbd>`, people: html`<kbd>@</kbd>`, commands: html`<kbd>&gt;</kbd>` })}</footer>`;
  }

  /**
   * @param {Group} group
   * @param {number} at
   * @param {Hit<Offer> | undefined} chosen
   */
  #group({ title, hits }, at, chosen) {
    return html`<div role="group" aria-labelledby="palette-group-${at}">
      <h3 id="palette-group-${at}" role="presentation">${t(title)}</h3>
      ${hits.map((hit) => html`<div class="palette-option" role="option" id=${idOf(hit.item)} aria-selected=${String(hit === chosen)}
        @pointermove=${(/** @type {PointerEvent} */ event) => this.#point(event, hit.item)} @click=${() => this.#take(hit.item)}>${optionOf(hit)}</div>`)}
    </div>`;
  }

  /**
   * @param {PointerEvent} event a finger moves to scroll the list, not to choose
   * @param {Offer} offer
   */
  #point({ pointerType }, { id }) {
    if (pointerType !== 'touch') this.active = id;
  }

  /** @param {InputEvent} event */
  #input(event) {
    this.typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#others.find(this.typed), PAUSE_MS);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const step = STEPS.get(event.key);
    const chosen = this.#chosen;
    if (step && chosen) this.#step(this.#hits.indexOf(chosen) + step);
    else if (event.key === 'Enter' && chosen) this.#take(chosen.item);
    else if (oneOf(event, commands[0].keys)) this.dismiss();
    else return;
    event.preventDefault();
  }

  /** @param {number} to the list wraps around */
  #step(to) {
    const hits = this.#hits;
    this.active = hits[(to + hits.length) % hits.length].item.id;
  }

  /** @param {Offer} offer */
  #take(offer) {
    const { chat } = this.place;
    if (offer.kind !== 'command') return this.leaveFor(offer.address);
    preferences.used(chat.me.username, offer.id);
    this.#run(offer.command);
  }

  /** @param {Command} command it runs when the focus is back, and may open a dialog of its own */
  #run(command) {
    this.addEventListener('closed', () => queueMicrotask(() => command.run(this.place)), { once: true });
    this.close();
  }
}

/** @param {Offer} offer @returns {string} the id of its option */
const idOf = ({ id }) => `palette-${id}`;

customElements.define('palette-dialog', PaletteDialog);

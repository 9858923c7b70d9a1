/** @import {Observable} from '../../models/observable.js' */
/** @import {Attachment} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { Dialog } from '../common/dialog.js';
import { oneOf } from '../common/keys.js';
import { icon } from '../common/pieces.js';
import { pictureKeys } from './picture-keys.js';
import { shownSize } from './attachments.js';

/** How much larger than in full a picture is shown. */
const STEPS = [1, 1.5, 2, 3, 4, 6, 8];

/** One picture in full, with a way to the ones before and after it. */
export class LightboxDialog extends Dialog {
  static properties = { of: { attribute: false }, pictures: { attribute: false }, current: { attribute: false }, from: { attribute: false }, zoom: { state: true } };

  /** The place of the picture among the others, in case it goes. */
  #at = 0;
  #size = () => this.#fit();

  constructor() {
    super();
    /** What the pictures belong to. When it changes, there may be other ones. @type {Observable} */
    this.of;
    /** @type {() => Attachment[]} */
    this.pictures = () => [];
    /** The id of the picture that is shown. */
    this.current = '';
    /** What the user has opened it with. @type {HTMLElement | null} */
    this.from = null;
    this.zoom = 0;
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  get heading() {
    return this.#file?.name ?? t('lightbox.title');
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('resize', this.#size);
    if (this.from) this.backTo(this.from, this.from.closest('.row'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#size);
  }

  /** A picture whose message is deleted goes, and the next one takes its place. */
  willUpdate() {
    this.watches(this.of);
    const all = this.pictures();
    const at = all.findIndex(({ id }) => id === this.current);
    this.#at = Math.max(0, at < 0 ? Math.min(this.#at, all.length - 1) : at);
    this.current = all[this.#at]?.id ?? '';
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!this.current) this.close();
    else if (changed.has('current') || changed.has('zoom')) this.#size();
  }

  get #file() {
    return this.pictures().find(({ id }) => id === this.current);
  }

  get #view() {
    return /** @type {HTMLElement | null} */ (this.querySelector('.lightbox-view'));
  }

  content() {
    const file = this.#file;
    if (!file) return nothing;
    const { url, name, size, width, height } = file;
    const save = t('files.downloadNamed', { name, size: shownSize(size) });
    return html`<div class="lightbox-tools">
        ${this.#place()}
        <button class="quiet square" aria-label=${t('lightbox.smaller')} data-tip=${t('lightbox.smaller')} ?disabled=${!this.zoom} @click=${() => this.#step(-1)}>${icon('minus')}</button>
        <button class="quiet square" aria-label=${t('lightbox.larger')} data-tip=${t('lightbox.larger')} ?disabled=${this.zoom === STEPS.length - 1} @click=${() => this.#step(1)}>${icon('plus')}</button>
        <a class="button quiet square" href=${url} download=${name} aria-label=${save} data-tip=${t('files.download')}>${icon('download')}</a>
      </div>
      <div class="lightbox-view" tabindex="0" role="group" aria-label=${t('lightbox.view')} data-zoomed=${this.zoom ? 'yes' : 'no'} autofocus @click=${this.#clicked}>
        <img src=${url} width=${width ?? nothing} height=${height ?? nothing} alt=${name} @load=${this.#size} />
      </div>`;
  }

  /** The buttons do not go at the ends, so that the focus stays. */
  #place() {
    const count = this.pictures().length;
    if (count < 2) return nothing;
    return html`<button class="quiet square" aria-label=${t('lightbox.previous')} data-tip=${t('lightbox.previous')} aria-disabled=${String(!this.#at)} @click=${() => this.#go(-1)}>${icon('back')}</button>
      <span class="lightbox-place" role="status">${t('lightbox.place', { number: this.#at + 1, count })}</span>
      <button class="quiet square" aria-label=${t('lightbox.next')} data-tip=${t('lightbox.next')} aria-disabled=${String(this.#at === count - 1)} @click=${() => this.#go(1)}>${icon('next')}</button>`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (oneOf(event, pictureKeys.previous.keys)) this.#go(-1);
    else if (oneOf(event, pictureKeys.next.keys)) this.#go(1);
    else if (oneOf(event, pictureKeys.larger.keys)) this.#step(1);
    else if (oneOf(event, pictureKeys.smaller.keys)) this.#step(-1);
    else return;
    event.preventDefault();
  }

  /** @param {1 | -1} by */
  #go(by) {
    const next = this.pictures()[this.#at + by];
    if (!next) return;
    this.current = next.id;
    this.zoom = 0;
  }

  /** @param {1 | -1} by */
  #step(by) {
    this.zoom = Math.max(0, Math.min(STEPS.length - 1, this.zoom + by));
  }

  /** @param {MouseEvent} event on the picture; beside it the dialog closes */
  #clicked({ target, currentTarget }) {
    if (target === currentTarget && !this.zoom) this.dismiss();
    else if (target !== currentTarget) this.zoom = this.zoom ? 0 : STEPS.indexOf(2);
  }

  /** Shows the picture as large as it fits, or larger, with its middle in the middle. */
  #fit() {
    const view = this.#view;
    const picture = view?.querySelector('img');
    if (!view || !picture) return;
    const { width = picture.naturalWidth, height = picture.naturalHeight } = this.#file ?? {};
    const fit = Math.min(1, view.clientWidth / (width || 1), view.clientHeight / (height || 1));
    picture.style.inlineSize = `${Math.round(width * fit * STEPS[this.zoom])}px`;
    view.scrollTo((view.scrollWidth - view.clientWidth) / 2, (view.scrollHeight - view.clientHeight) / 2);
  }
}

customElements.define('lightbox-dialog', LightboxDialog);

/** @import {Chat} from '../../chat.js' */
/** @import {Crop} from '../../models/crop.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { MOST_ZOOM, cropOf, moved, squareOf, zoomed } from '../../models/crop.js';
import { Light } from '../common/light.js';
import { avatar, errorLine, handle, icon, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';

/** The side of the picture that is sent, in pixels. */
const SIDE = 256;
/** How far an arrow key moves the picture, as a part of the square. */
const STEP = 0.05;
/** How far a turn of the wheel zooms. */
const TURN = 0.1;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

/** The user's picture: choosing one, the part of it that others see, and removing it. */
export class PictureSettings extends Light {
  static properties = { chat: { attribute: false }, crop: { state: true }, busy: { state: true }, error: { state: true } };

  /** What the user has chosen. @type {ImageBitmap | null} */
  #chosen = null;
  /** Where the pointer that drags was last. @type {{x: number, y: number} | null} */
  #held = null;

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** The part that others will see; null while nothing is chosen. @type {Crop | null} */
    this.crop = null;
    this.busy = false;
    this.error = '';
  }

  willUpdate() {
    this.watches(this.chat.session);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  render() {
    return html`${this.crop ? this.#cropping(this.crop) : this.#shown()} ${errorLine(this.error)}`;
  }

  #shown() {
    const { me } = this.chat;
    return html`<div class="profile-head">${avatar(me)} <span><strong>${named(me.displayName)}</strong><span class="faint">${handle(me.username)}</span></span></div>
      <p class="picture-actions">
        <button type="button" class="choose-picture" ?disabled=${this.busy} @click=${() => this.#file?.click()}>${t(me.avatarUrl ? 'profile.changePicture' : 'profile.choosePicture')}</button>
        ${me.avatarUrl ? html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${this.#remove}>${icon('trash')} ${t('profile.removePicture')}</button>` : nothing}
        <input type="file" hidden accept="image/png,image/jpeg,image/gif,image/webp" @change=${this.#choose} />
      </p>`;
  }

  /** @param {Crop} crop */
  #cropping(crop) {
    return html`<div class="crop">
        <canvas width=${SIDE} height=${SIDE} tabindex="0" role="img" aria-label=${t('profile.crop')} aria-describedby="crop-hint" @keydown=${this.#key}
          @pointerdown=${this.#grab} @pointermove=${this.#drag} @pointerup=${this.#drop} @pointercancel=${this.#drop} @wheel=${this.#turn}></canvas>
        <p class="faint" id="crop-hint">${t('profile.cropHint')}</p>
        <label class="field"><span>${t('profile.zoom')}</span>
          <input type="range" min="1" max=${MOST_ZOOM} step="0.05" .value=${String(crop.zoom)} @input=${this.#zoom} /></label>
        <p class="picture-actions">
          <button type="button" class="primary" ?disabled=${this.busy} @click=${this.#save}>${t('profile.savePicture')}</button>
          <button type="button" class="quiet" ?disabled=${this.busy} @click=${this.#cancel}>${t('action.cancel')}</button>
        </p>
      </div>`;
  }

  get #file() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector('input[type=file]'));
  }

  get #canvas() {
    return this.querySelector('canvas');
  }

  updated() {
    const pen = this.#canvas?.getContext('2d');
    if (!pen || !this.#chosen || !this.crop) return;
    const { left, top, side } = squareOf(this.crop);
    pen.imageSmoothingQuality = 'high';
    pen.clearRect(0, 0, SIDE, SIDE);
    pen.drawImage(this.#chosen, left, top, side, side, 0, 0, SIDE, SIDE);
  }

  /** @param {Event} event */
  async #choose({ target }) {
    const [file] = /** @type {HTMLInputElement} */ (target).files ?? [];
    if (!file) return;
    this.error = '';
    try {
      this.#chosen = await createImageBitmap(file);
      this.crop = cropOf(this.#chosen.width, this.#chosen.height);
    } catch {
      this.error = t('profile.noPicture');
      if (this.#file) this.#file.value = '';
    }
    await this.updateComplete;
    this.#canvas?.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = ARROWS[event.key];
    if (!step || !this.crop) return;
    event.preventDefault();
    this.crop = moved(this.crop, ...step);
  }

  /** @param {PointerEvent} event */
  #grab({ currentTarget, pointerId, clientX: x, clientY: y }) {
    /** @type {Element} */ (currentTarget).setPointerCapture(pointerId);
    this.#held = { x, y };
  }

  /** @param {PointerEvent} event */
  #drag({ currentTarget, clientX: x, clientY: y }) {
    if (!this.#held || !this.crop) return;
    const { clientWidth } = /** @type {Element} */ (currentTarget);
    this.crop = moved(this.crop, (x - this.#held.x) / clientWidth, (y - this.#held.y) / clientWidth);
    this.#held = { x, y };
  }

  #drop() {
    this.#held = null;
  }

  /** @param {WheelEvent} event */
  #turn(event) {
    if (!this.crop) return;
    event.preventDefault();
    this.crop = zoomed(this.crop, this.crop.zoom - Math.sign(event.deltaY) * TURN);
  }

  /** @param {Event} event */
  #zoom({ target }) {
    if (this.crop) this.crop = zoomed(this.crop, Number(/** @type {HTMLInputElement} */ (target).value));
  }

  #save() {
    return this.#trying(async () => {
      /** @type {Blob | null} */
      const picture = await new Promise((resolve) => this.#canvas?.toBlob(resolve, 'image/png'));
      if (picture) await this.chat.account.show(picture);
      await this.#cancel();
    });
  }

  #remove() {
    return this.#trying(async () => {
      await this.chat.account.showNoPicture();
      await this.#backToButton();
    });
  }

  #cancel() {
    this.error = '';
    this.#end();
    return this.#backToButton();
  }

  #end() {
    this.#chosen?.close();
    this.#chosen = this.crop = null;
  }

  async #backToButton() {
    this.busy = false;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.choose-picture'))?.focus();
  }

  /** @param {() => Promise<void>} action */
  async #trying(action) {
    this.busy = true;
    this.error = '';
    try {
      await action();
    } catch (error) {
      this.error = explain(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('picture-settings', PictureSettings);

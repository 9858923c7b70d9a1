/** @import {Key} from '../../language.js' */
/** @import {Given} from '../../lib/files.js' */
/** @import {Upload} from '../../models/uploads.js' */
/** @import {MessageComposer} from './message-composer.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { Problem } from '../../lib/problem.js';
import { nameOf } from '../../models/attached.js';
import { openDialog } from '../common/dialog.js';
import { icon, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';
import { touch } from '../common/touch.js';
import { fileName, shownSize, signOf } from '../files/attachments.js';
import '../files/upload-progress.js';

/** @type {Record<'tooLarge' | 'tooMany' | 'noSpace', Key>} */
const REASONS = { tooLarge: 'files.tooLarge', tooMany: 'files.tooMany', noSpace: 'files.noSpace' };

/** The files that are attached to the message in the field. */
export class Attached {
  /** What could not be attached, in words. @type {string[]} */
  #left = [];

  /** @param {MessageComposer} composer */
  constructor(composer) {
    this.composer = composer;
  }

  /** The room, or the replies to one of its messages. */
  get #place() {
    const { state, thread } = this.composer;
    return thread ? `${state.id} ${thread.seq}` : state.id;
  }

  get #attaching() {
    return this.composer.chat.attaching;
  }

  get all() {
    return this.#attaching.at(this.#place);
  }

  /** Whether a file has failed: then the user decides about it before the message goes. */
  get broken() {
    return this.all.some(({ state }) => state === 'failed');
  }

  /** @returns {string[]} the keys of the files, for the message that takes them */
  take() {
    this.#left = [];
    return this.#attaching.take(this.#place);
  }

  /** @param {Given} given */
  async add({ files, folders }) {
    const { editing } = this.composer;
    if (editing) return toast(this.composer, t('files.notNow'), 'error');
    this.#left = folders.map((name) => t('files.folder', { name: nameOf(name) }));
    if (files.length) {
      const { left, limits, free } = await this.#attaching.add(this.#place, files);
      const values = { size: shownSize(limits.attachment), count: limits.attachments, storage: shownSize(limits.storage ?? 0), free: shownSize(free) };
      this.#left = [...this.#left, ...left.map(({ name, reason }) => t(REASONS[reason], { name, ...values }))];
    }
    this.composer.requestUpdate();
  }

  /** Asks for files. A phone also has a camera, and its own view of the pictures. */
  pick = () => {
    if (!touch.matches) return this.#browse({});
    openDialog(this.composer, 'message-actions', {
      title: t('files.attach'),
      actions: [
        { icon: 'camera', label: 'files.camera', act: () => this.#browse({ accept: 'image/*', capture: 'environment' }) },
        { icon: 'picture', label: 'files.library', act: () => this.#browse({ accept: 'image/*,video/*' }) },
        { icon: 'file', label: 'files.choose', act: () => this.#browse({}) },
      ],
    });
  };

  /** @param {{accept?: string, capture?: string}} only */
  #browse({ accept = '', capture = '' }) {
    const input = /** @type {HTMLInputElement | null} */ (this.composer.querySelector('input[type=file]'));
    if (!input) return;
    input.accept = accept;
    if (capture) input.setAttribute('capture', capture);
    else input.removeAttribute('capture');
    input.click();
  }

  #picked = (/** @type {Event} */ { target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const files = [...(input.files ?? [])];
    // Otherwise the same file could not be chosen again.
    input.value = '';
    this.add({ files, folders: [] });
    if (!touch.matches) this.composer.querySelector('textarea')?.focus();
  };

  button() {
    return html`<input type="file" multiple hidden @change=${this.#picked} />
      <button type="button" class="quiet tool" aria-label=${t('files.attach')} data-tip=${t('files.attach')} @click=${this.pick}>${icon('clip')}</button>`;
  }

  /** What was left out, and why. */
  refused() {
    if (!this.#left.length) return nothing;
    return html`<div class="left-out" role="alert">${icon('alert')} <div>${this.#left.map((words) => html`<p>${named(words)}</p>`)}</div>
      <button type="button" class="quiet square small" aria-label=${t('files.understood')} @click=${this.#understood}>${icon('close')}</button></div>`;
  }

  #understood = () => {
    this.#left = [];
    this.composer.requestUpdate();
    this.composer.querySelector('textarea')?.focus();
  };

  /** The files, as they stand above the field. */
  tray() {
    const { all } = this;
    const hint = html`<p class="drop-hint">${icon('clip')} ${t('files.drop')}</p>`;
    if (!all.length) return hint;
    return html`${hint}<ul class="tray" aria-label=${t('files.attached')}>${repeat(all, ({ key }) => key, (one) => html`<li class="attached ${one.state}">${this.#one(one)}</li>`)}</ul>
      ${this.broken ? html`<p class="tray-hint" id="tray-hint">${t('files.failed')}</p>` : nothing}`;
  }

  /** @param {Upload} one */
  #one(one) {
    const { key, name, state } = one;
    const preview = this.#attaching.preview(one);
    const places = this.#attaching;
    return html`<span class="attached-face">${preview ? html`<img src=${preview} alt="" />` : signOf(one)}</span>
      <span class="attached-text">${fileName(name)} <span class="attached-state">${this.#state(one)}</span></span>
      ${state === 'failed' && one.blob ? tool(icon('retry'), t('files.retry', { name }), () => places.retry(key)) : nothing}
      ${state === 'sending' ? tool(icon('close'), t('files.stop', { name }), () => places.stop(key)) : tool(icon('close'), t('files.remove', { name }), () => this.#remove(key))}`;
  }

  /** @param {Upload} one */
  #state({ key, size, state, problem }) {
    const { uploads } = this.composer.chat;
    if (state === 'sending') return html`<upload-progress .uploads=${uploads} .keys=${[key]}></upload-progress>`;
    if (state === 'failed' && problem) return html`<span class="error" role="alert">${explain(new Problem(problem))}</span>`;
    if (state === 'waiting') return t(problem ? 'files.again' : 'files.waits');
    return shownSize(size);
  }

  /** @param {string} key the focus goes to the next file, or to the field */
  async #remove(key) {
    const at = this.all.findIndex((one) => one.key === key);
    this.#attaching.remove(this.#place, key);
    this.composer.requestUpdate();
    await this.composer.updateComplete;
    const rest = this.composer.querySelectorAll('.attached');
    /** @type {HTMLElement | null} */ (rest[Math.min(at, rest.length - 1)]?.querySelector('button:last-of-type') ?? this.composer.querySelector('textarea'))?.focus();
  }
}

/**
 * @param {unknown} sign
 * @param {string} label
 * @param {() => void} act
 */
const tool = (sign, label, act) => html`<button type="button" class="quiet square small" aria-label=${label} title=${label} @click=${act}>${sign}</button>`;

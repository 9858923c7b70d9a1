/** @import {Chat} from '../../chat.js' */
/** @import {Key} from '../../language.js' */
/** @import {Sort} from '../../models/filed.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {PostedFile} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../language.js';
import { isPicture } from '../../models/attached.js';
import { addressIn } from '../../models/route.js';
import { openDialog } from '../common/dialog.js';
import { Light } from '../common/light.js';
import { errorLine, icon, moment, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import { fileName, shownSize, signOf } from './attachments.js';

/** @type {[Sort, Key][]} */
const CHOICES = [['all', 'files.all'], ['pictures', 'files.pictureSort'], ['media', 'files.media'], ['other', 'files.other']];

/** The files of a room or a conversation, beside the timeline, or on a narrow page in its place. */
export class FilesPanel extends Light {
  static properties = { chat: { attribute: false }, state: { attribute: false }, covers: { attribute: false } };

  constructor() {
    super();
    /** @type {Chat} */
    this.chat;
    /** @type {RoomState} */
    this.state;
    /** Whether the panel covers the timeline. */
    this.covers = false;
    this.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && this.#close());
  }

  connectedCallback() {
    super.connectedCallback();
    this.chat.filing.show(this.state);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.chat.filing.close();
  }

  firstUpdated() {
    /** @type {HTMLElement | null} */ (this.querySelector('.thread-close'))?.focus();
  }

  willUpdate() {
    this.watches(this.chat.filing, this.state);
  }

  render() {
    const title = t('files.title');
    return html`<section class="thread" role=${this.covers ? 'main' : 'complementary'} aria-label=${title}>
      <header class="thread-head">
        ${this.covers ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
        <button class="quiet square thread-close" aria-label=${t('files.close')} data-tip=${t('files.close')} @click=${this.#close}>${icon('close')}</button>
      </header>
      <div class="filed-sorts" role="group" aria-label=${t('files.sort')}>${CHOICES.map(([sort, text]) => html`<button aria-pressed=${String(this.chat.filing.filed.sort === sort)}
        @click=${() => this.chat.filing.show(this.state, sort)}>${t(text)}</button>`)}</div>
      <div class="filed-list">${this.#list()}</div>
    </section>`;
  }

  #list() {
    const { filing } = this.chat;
    const { filed, busy, failure, loaded } = filing;
    const { files } = filed;
    return html`<ul aria-busy=${String(busy)}>${repeat(files, ({ id }) => id, (file) => html`<li class="filed">${this.#file(file)}</li>`)}</ul>
      ${loaded && !files.length && !filed.more ? html`<p class="faint">${t(filed.sort === 'all' ? 'files.none' : 'files.noneOfSort')}</p>` : nothing}
      ${failure ? html`${errorLine(explain(failure))} <button class="link" @click=${() => filing.more()}>${t('action.retry')}</button>` : nothing}
      ${loaded && filed.more && !failure ? html`<button class="link" ?disabled=${busy} @click=${() => filing.more()}>${t('list.more')}</button>` : nothing}
      ${busy && !loaded ? html`<div class="skeleton-lines" aria-hidden="true"></div>` : nothing}`;
  }

  /** @param {PostedFile} file */
  #file(file) {
    const { seq, by, name, size, createdAt } = file;
    return html`${isPicture(file) ? this.#picture(file) : this.#link(file)}
      <span class="filed-text">
        ${fileName(name)}
        <span class="faint">${shownSize(size)} · ${named(by ? this.state.nameOf(by) : t('member.deleted'))} · ${moment(createdAt)}</span>
      </span>
      <a class="button quiet square" href=${addressIn(this.state.room, seq)} title=${t('files.show')} aria-label=${t('files.showNamed', { name })}>${icon('message')}</a>`;
  }

  /** @param {PostedFile} file */
  #picture({ id, thumbnailUrl, url, name }) {
    return html`<button class="filed-face" aria-label=${t('files.enlarge', { name })} aria-haspopup="dialog" @click=${(/** @type {Event} */ event) => this.#enlarge(id, /** @type {HTMLElement} */ (event.currentTarget))}>
      <img src=${thumbnailUrl ?? url} width="48" height="48" loading="lazy" alt="" /></button>`;
  }

  /** @param {PostedFile} file */
  #link(file) {
    const { url, name, size } = file;
    return html`<a class="filed-face" href=${url} download=${name} aria-label=${t('files.downloadNamed', { name, size: shownSize(size) })}>${signOf(file)}</a>`;
  }

  /**
   * @param {string} current
   * @param {HTMLElement} from
   */
  #enlarge(current, from) {
    const { filing } = this.chat;
    openDialog(this, 'lightbox', { of: filing, pictures: () => filing.filed.files.filter(isPicture), current, from });
  }

  #close() {
    this.emit('open-files', false);
  }
}

customElements.define('files-panel', FilesPanel);

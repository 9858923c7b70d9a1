/** @import {Attachment, Message} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { language, t } from '../../language.js';
import { endOf, fitted, isPicture, kindOf, sizeOf } from '../../models/attached.js';
import { icon } from '../common/pieces.js';

/** The files of a message, below its text. */

/** @param {number} octets @returns {string} */
export const shownSize = (octets) => sizeOf(octets, language.number.resolvedOptions().locale);

/**
 * The end says what kind of file it is, so a name that is too long for its place is cut before it.
 * @param {string} name
 */
export function fileName(name) {
  const end = endOf(name);
  return html`<span class="file-name" dir="auto" title=${name}><span>${name.slice(0, name.length - end.length)}</span>${end ? html`<span>${end}</span>` : nothing}</span>`;
}

/** @param {{type: string}} file @returns {unknown} */
export function signOf({ type }) {
  if (type.startsWith('image/')) return icon('picture');
  if (type.startsWith('audio/')) return icon('audio');
  if (type.startsWith('video/')) return icon('film');
  return icon('file');
}

/**
 * @param {Message} message
 * @param {(id: string, from: HTMLElement) => void} enlarge shows a picture
 */
export function attachmentsOf({ attachments = [], deleted }, enlarge) {
  if (deleted || !attachments.length) return nothing;
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((file) => !isPicture(file));
  return html`<div class="files">${pictures.length ? picturesOf(pictures, enlarge) : nothing}${others.map((file) => (kindOf(file) === 'file' ? download(file) : player(file)))}</div>`;
}

/**
 * Each has its place before it is loaded, so that nothing moves.
 * @param {Attachment[]} pictures
 * @param {(id: string, from: HTMLElement) => void} enlarge
 */
function picturesOf(pictures, enlarge) {
  const single = pictures.length === 1;
  return html`<div class="pictures ${single ? 'single' : pictures.length === 2 || pictures.length === 4 ? 'twos' : 'threes'}">${pictures.map((file) => {
    const { width, height } = single ? fitted(file) : { width: 160, height: 160 };
    return html`<button class="picture" tabindex="-1" aria-haspopup="dialog" @click=${(/** @type {Event} */ event) => enlarge(file.id, /** @type {HTMLElement} */ (event.currentTarget))}>
      <img src=${file.thumbnailUrl ?? file.url} width=${width} height=${height} loading="lazy" decoding="async" alt=${file.name} /></button>`;
  })}</div>`;
}

/** @param {Attachment} file that browsers play; if this one cannot, it can be saved */
function player(file) {
  const { url, name } = file;
  const label = t('files.play', { name });
  return html`<div class="player">${kindOf(file) === 'video'
    ? html`<video controls preload="metadata" src=${url} aria-label=${label} tabindex="-1" playsinline></video>`
    : html`<audio controls preload="metadata" src=${url} aria-label=${label} tabindex="-1"></audio>`} ${download(file)}</div>`;
}

/** @param {Attachment} file */
function download(file) {
  const { url, name, size } = file;
  const inside = html`${signOf(file)} ${fileName(name)} <span class="faint">${shownSize(size)}</span>`;
  if (!url) return html`<span class="file">${inside}</span>`;
  return html`<a class="file" href=${url} download=${name} tabindex="-1" aria-label=${t('files.downloadNamed', { name, size: shownSize(size) })}>${inside} ${icon('download')}</a>`;
}

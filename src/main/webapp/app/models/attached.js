/** @import {Key} from '../texts.js' */
/** @import {Attachment, Files} from './wire.js' */

/** What the page knows about files: their kinds, their sizes on the page, and which ones a message can take. */

/**
 * @typedef {{attachment: number, attachments: number, storage?: number}} Limits the octets of a file, the files of a
 *   message, and the octets of all files of the user, if they have a limit
 * @typedef {{name: string, reason: 'tooLarge' | 'tooMany' | 'noSpace'}} Left a file that was not attached
 */

/** The server's types that browsers play. */
const PLAYED = { audio: new Set(['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav']), video: new Set(['video/mp4', 'video/webm']) };

/** The types of pictures, as a browser names them. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The most a single picture takes in a message, and the least, in pixels: a finger must be able to hit it. */
const WIDEST = 360;
const HIGHEST = 320;
const LEAST = 44;

/** What the server, too, replaces in a name: it separates paths, breaks lines, or reorders what is around it. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}/\\]/gu;
/** The most characters of a name, and of its extension. */
const LONGEST = 200;
const LONGEST_END = 20;

/** @param {string} given by the browser @returns {string} the name as the server will show it */
export function nameOf(given) {
  const name = given.normalize('NFC').replace(UNFIT, '_').trim();
  const letters = Array.from(name);
  if (letters.length <= LONGEST) return name || 'file';
  const end = endOf(name);
  return letters.slice(0, LONGEST - Array.from(end).length).join('') + end;
}

/** @param {string} name @returns {string} its extension with the dot, or nothing */
export function endOf(name) {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? name.slice(dot) : '';
  return Array.from(end).length <= LONGEST_END ? end : '';
}

/** @param {string} type as the browser says */
export const mayBePicture = (type) => PICTURES.has(type);

/** @param {Pick<Attachment, 'type' | 'thumbnailUrl' | 'width' | 'height'>} file @returns {'picture' | 'audio' | 'video' | 'file'} */
export function kindOf({ type, thumbnailUrl, width, height }) {
  if (thumbnailUrl && width && height) return 'picture';
  if (PLAYED.audio.has(type)) return 'audio';
  return PLAYED.video.has(type) ? 'video' : 'file';
}

/** @param {Attachment} file */
export const isPicture = (file) => kindOf(file) === 'picture';

/**
 * @param {{width?: number, height?: number}} picture
 * @returns {{width: number, height: number}} how large it is shown: never larger than it is, unless it is tiny
 */
export function fitted({ width = LEAST, height = LEAST }) {
  const by = Math.min(1, WIDEST / width, HIGHEST / height);
  const side = (/** @type {number} */ length) => Math.max(LEAST, Math.round(length * by));
  return { width: side(width), height: side(height) };
}

/**
 * @template {{name: string, size: number}} F
 * @param {F[]} files that the user wants to attach
 * @param {number} there how many are attached already
 * @param {Limits} limits
 * @param {number} [free] octets that the user may still store
 * @returns {{taken: F[], left: Left[]}}
 */
export function chosen(files, there, { attachment, attachments }, free = Infinity) {
  let room = free;
  /** @type {F[]} */
  const taken = [];
  /** @type {Left[]} */
  const left = [];
  for (const file of files) {
    if (file.size > attachment) left.push({ name: nameOf(file.name), reason: 'tooLarge' });
    else if (there + taken.length >= attachments) left.push({ name: nameOf(file.name), reason: 'tooMany' });
    else if (file.size > room) left.push({ name: nameOf(file.name), reason: 'noSpace' });
    else {
      taken.push(file);
      room -= file.size;
    }
  }
  return { taken, left };
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/**
 * @param {number} octets
 * @param {string} [locale]
 * @returns {string} the size in few figures, with 1024 as the step, as servers count
 */
export function sizeOf(octets, locale) {
  let unit = 0;
  let value = octets;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  // In short, some languages would say "2 byte".
  const unitDisplay = unit ? 'short' : 'long';
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[unit], unitDisplay, maximumFractionDigits: value < 10 && unit ? 1 : 0 }).format(value);
}

/** @param {Attachment[]} [files] @returns {Files | undefined} what the server tells of them in a quote */
export function filesOf(files = []) {
  return files.length ? { count: files.length, pictures: files.filter(isPicture).length, name: files[0].name } : undefined;
}

/**
 * What to say of the files of a message that has no text.
 * @param {Files} [files]
 * @returns {{key: Key, values: Record<string, string | number>} | null} null without files
 */
export function wordsFor(files) {
  if (!files) return null;
  const { count, pictures, name } = files;
  if (count === pictures) return { key: count > 1 ? 'files.pictures' : 'files.picture', values: { count } };
  return count > 1 ? { key: 'files.andMore', values: { name, count: count - 1 } } : { key: 'files.file', values: { name } };
}

/**
 * @param {string} text that was pasted together with files
 * @param {{name: string}[]} files
 * @returns {boolean} whether it only names them, as some systems do when files are copied
 */
export function namesOnly(text, files) {
  const names = new Set(files.map(({ name }) => name));
  return text.split(/[\r\n]+/).every((line) => !line || names.has(line));
}

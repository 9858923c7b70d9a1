/** @import {FilePage, Frame, Message, PostedFile} from './wire.js' */

/** The choices of files, and the server's kinds that belong to each. Null is every kind. */
export const SORTS = /** @type {const} */ ({ all: [null], pictures: ['image'], media: ['audio', 'video'], other: ['file'] });
/** @typedef {keyof typeof SORTS} Sort */

/**
 * @typedef {object} Stream the files of one kind
 * @property {string | null} kind
 * @property {PostedFile[]} files
 * @property {string | null | undefined} next undefined until the first page has come, even if frames have brought files
 * @property {number} down the number down to which all of them are here
 */

/**
 * The files of a room that the page has loaded, the newest first. The server lists one kind, or all of them. Two kinds
 * together are shown as far down as both are known.
 */
export class Filed {
  /** @type {Stream[]} */
  #streams;

  /** @param {Sort} sort */
  constructor(sort) {
    this.sort = sort;
    this.#streams = SORTS[sort].map((kind) => ({ kind, files: [], next: undefined, down: Infinity }));
  }

  /** @returns {{kind: string | null, cursor: string | null}[]} what to ask for: at first all kinds, then those that hold up the rest */
  get wanted() {
    return this.#streams.filter(({ next, down }) => next === undefined || (next && down >= this.#horizon)).map(({ kind, next }) => ({ kind, cursor: next ?? null }));
  }

  /** Whether there are more. */
  get more() {
    return this.#streams.some(({ next }) => next);
  }

  /** The number down to which every kind is known. */
  get #horizon() {
    return Math.max(0, ...this.#streams.flatMap(({ next, down }) => (next ? down : [])));
  }

  /** @returns {PostedFile[]} */
  get files() {
    const horizon = this.#horizon;
    return this.#streams.flatMap(({ files }) => files.filter(({ seq }) => seq >= horizon)).sort((one, other) => other.seq - one.seq);
  }

  /**
   * @param {string | null} kind
   * @param {FilePage} page the files after those that are here
   */
  append(kind, { files, next }) {
    this.#change(kind, (stream) => {
      const known = new Set(stream.files.map(({ id }) => id));
      return { ...stream, files: [...stream.files, ...files.filter(({ id }) => !known.has(id))], next, down: files.at(-1)?.seq ?? stream.down };
    });
  }

  /** @param {Frame} frame of the same room @returns {boolean} whether it changes which files there are */
  apply({ type, message, target }) {
    if (type === 'message_deleted') return this.#without(target);
    return Boolean(message?.attachments?.length) && type !== 'message_edited' && this.#add(message);
  }

  /** @param {Message} message that has come */
  #add({ seq, sender, createdAt, attachments = [] }) {
    let added = false;
    for (const { kind } of this.#streams) {
      this.#change(kind, (stream) => {
        const known = new Set(stream.files.map(({ id }) => id));
        const fresh = attachments.filter((file) => (kind === null || kind === kindOnServer(file)) && !known.has(file.id));
        added ||= fresh.length > 0;
        return { ...stream, files: [...fresh.toReversed().map((file) => ({ ...file, seq, by: sender.username, createdAt })), ...stream.files] };
      });
    }
    return added;
  }

  /** @param {number} target */
  #without(target) {
    const had = this.#streams.some(({ files }) => files.some(({ seq }) => seq === target));
    this.#streams = this.#streams.map((stream) => ({ ...stream, files: stream.files.filter(({ seq }) => seq !== target) }));
    return had;
  }

  /**
   * @param {string | null} kind
   * @param {(stream: Stream) => Stream} change
   */
  #change(kind, change) {
    this.#streams = this.#streams.map((stream) => (stream.kind === kind ? change(stream) : stream));
  }
}

/** @param {{type: string, thumbnailUrl?: string}} file */
function kindOnServer({ type, thumbnailUrl }) {
  if (thumbnailUrl) return 'image';
  const [main] = type.split('/');
  return main === 'audio' || main === 'video' ? main : 'file';
}

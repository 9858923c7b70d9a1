/** @import {Chat} from '../chat.js' */
/** @import {Limits} from '../models/attached.js' */

/** How long the page waits for an answer. Without one, the server judges a file when it comes. */
const PATIENCE_MS = 2000;
/** @type {Limits} */
const UNKNOWN = { attachment: Infinity, attachments: 10 };

/** How large files may be, how many a message takes, and what the user may still store. */
export class FileLimits {
  /** @type {Promise<Limits> | null} */
  #asked = null;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** @returns {Promise<Limits>} */
  all() {
    this.#asked ??= this.chat.session.call('GET', 'server').then(({ limits }) => limits).catch(() => {
      this.#asked = null;
      return UNKNOWN;
    });
    return soon(this.#asked, UNKNOWN);
  }

  /** @param {Limits} limits @returns {Promise<number>} how many octets the user may still attach */
  free({ storage }) {
    if (storage === undefined) return Promise.resolve(Infinity);
    const waiting = this.chat.uploads.all.reduce((sum, { attachment, size }) => sum + (attachment ? 0 : size), 0);
    /** @type {Promise<number>} */
    const asked = this.chat.account.storage().then(({ used }) => Math.max(0, storage - used - waiting));
    return soon(asked.catch(() => Infinity), Infinity);
  }
}

/**
 * @template T
 * @param {Promise<T>} answer
 * @param {T} otherwise what counts if the answer is late
 * @returns {Promise<T>}
 */
function soon(answer, otherwise) {
  /** @type {Promise<T>} */
  const silence = new Promise((resolve) => setTimeout(() => resolve(otherwise), PATIENCE_MS));
  return Promise.race([answer, silence]);
}

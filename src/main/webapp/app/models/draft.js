/** @import {Attachment, Quote, StoredDraft} from './wire.js' */

/**
 * What the user has typed and attached in one room and not sent: here, and as the server has it. Neither side overwrites what the
 * user has not seen. If another device stores a different text while this one has unsaved text, both are kept until the
 * user decides.
 */
export class Draft {
  text = '';
  /** @type {Quote | null} */
  replyTo = null;
  /** The files that are uploaded. @type {Attachment[]} */
  attachments = [];
  /** What the server stores, as far as this page knows. @type {StoredDraft | null} */
  base = null;
  /** What another device has stored, and the user has not seen because of unsaved text here. @type {StoredDraft | null} */
  other = null;
  /** What is on its way to the server. @type {Content | null} */
  sent = null;
  /** Whether this tab has text that the server does not have. Then other tabs do not replace it. */
  mine = false;
  /** How often the text here was replaced by one from elsewhere. */
  taken = 0;
  /** The highest revision that this page has had. Frames about earlier ones are late. */
  #seen = 0;

  /** @param {Kept | null} [kept] what the browser has stored */
  constructor(kept) {
    if (kept) this.adopt(kept);
  }

  /** The text as the server stores it. */
  get body() {
    return this.text.trim().normalize();
  }

  get empty() {
    return this.body === '' && !this.attachments.length;
  }

  /** Whether the server has something else. A reply without text and files is not stored. @returns {boolean} */
  get unsaved() {
    return !same(this.empty ? null : this, this.base);
  }

  /** What the browser stores; null if nothing is typed and the server has nothing. @returns {Kept | null} */
  get kept() {
    const { text, replyTo, attachments, base } = this;
    return this.empty && !base ? null : { text, replyTo, base, ...(attachments.length && { attachments }) };
  }

  /**
   * @param {string} text
   * @param {Quote | null} replyTo
   * @param {Attachment[]} [attachments]
   * @returns {boolean} whether anything changed
   */
  typed(text, replyTo, attachments = this.attachments) {
    if (text === this.text && replyTo?.seq === this.replyTo?.seq && idsOf(attachments) === idsOf(this.attachments)) return false;
    this.text = text;
    this.replyTo = replyTo;
    this.attachments = attachments;
    this.mine = true;
    return true;
  }

  /** @param {Kept} kept by another tab of this browser, or by an earlier page */
  adopt({ text, replyTo, base, attachments }) {
    this.#settle(base);
    this.#replace(text, replyTo, attachments);
  }

  /** Whether a message that the draft is gone would take text away that the user sees. Such a message may be late. */
  get losable() {
    return !this.empty && !this.unsaved;
  }

  /** @param {StoredDraft | null} stored what the server has now; from a frame, it may be older than what the page knows */
  heard(stored) {
    if (stored && stored.revision <= this.#seen) return;
    if (same(stored, this.empty ? null : this) || (stored && same(stored, this.sent))) this.#settle(stored);
    else if (this.empty || !this.unsaved) {
      this.#settle(stored);
      this.#replace(stored?.body ?? '', stored?.replyTo ?? null, stored?.attachments);
    } else if (stored) this.other = stored;
    else this.#settle(null);
  }

  /**
   * The server has stored what was sent, or has deleted the draft.
   * @param {StoredDraft | null} answer
   */
  saved(answer) {
    const { other } = this;
    this.#settle(answer && this.sent ? { ...answer, body: this.sent.body } : answer);
    if (other && other.revision > this.#seen) this.heard(other);
  }

  /** @param {StoredDraft | null} stored what the server has in the place of what was sent. No earlier knowledge counts. */
  refused(stored) {
    this.#seen = 0;
    this.heard(stored);
  }

  /** The user takes the other device's text. */
  takeOther() {
    const { other } = this;
    if (!other) return;
    this.#settle(other);
    this.#replace(other.body, other.replyTo, other.attachments);
  }

  /** The user has seen the other device's text, and this one replaces it. */
  keepMine() {
    if (this.other) this.#settle(this.other);
  }

  /** @param {StoredDraft | null} stored */
  #settle(stored) {
    this.base = stored && { body: stored.body, replyTo: stored.replyTo, attachments: stored.attachments, revision: stored.revision };
    this.other = null;
    this.#seen = Math.max(this.#seen, stored?.revision ?? 0);
    this.mine &&= this.unsaved;
  }

  /**
   * @param {string} text
   * @param {Quote | null} replyTo
   * @param {Attachment[]} [attachments]
   */
  #replace(text, replyTo, attachments = []) {
    this.text = text;
    this.replyTo = replyTo;
    this.attachments = attachments;
    this.mine = false;
    this.taken += 1;
  }
}

/** @typedef {{body: string, replyTo: Quote | null, attachments?: Attachment[]}} Content */
/** @typedef {{text: string, replyTo: Quote | null, base: StoredDraft | null, attachments?: Attachment[]}} Kept */

/**
 * @param {Content | null} one
 * @param {Content | null} other
 */
function same(one, other) {
  return one?.body === other?.body && one?.replyTo?.seq === other?.replyTo?.seq && idsOf(one?.attachments) === idsOf(other?.attachments);
}

/** @param {Attachment[]} [attachments] */
const idsOf = (attachments = []) => attachments.map(({ id }) => id).join();

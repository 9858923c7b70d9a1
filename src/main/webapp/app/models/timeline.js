/** @import {Frame, Message, Page} from './wire.js' */
import { Observable } from './observable.js';

/** How many messages the page keeps, and by how many it may exceed that before the far end is cut. */
export const KEPT = 300;
const SLACK = 20;
const KEPT_AT_REST = 60;

/**
 * The part of a room's messages that the page holds: one unbroken run, in the order of their numbers. Frames are applied
 * as sets, so that each may come twice. What lies outside the run is the server's and is paged in.
 */
export class Timeline extends Observable {
  /** @type {Message[]} */
  messages = [];
  /** Whether a page has been shown; until then frames change nothing. */
  loaded = false;
  hasBefore = false;
  hasAfter = false;
  /** @type {Frame[] | null} what came while a page was on its way, which that page may or may not contain */
  #meanwhile = null;

  get first() {
    return this.messages[0]?.seq ?? 0;
  }

  get last() {
    return this.messages.at(-1)?.seq ?? 0;
  }

  /** @param {number} seq */
  find(seq) {
    const at = this.#position(seq);
    return this.messages[at]?.seq === seq ? this.messages[at] : undefined;
  }

  /** A page has been asked for. */
  expectPage() {
    this.#meanwhile ??= [];
  }

  /** The page that was asked for will not come. */
  giveUpPage() {
    this.#meanwhile = null;
  }

  /** @param {Page} page takes the place of all that was held */
  show(page) {
    this.messages = [...page.messages];
    this.hasBefore = page.hasBefore;
    this.hasAfter = page.hasAfter;
    this.loaded = true;
    this.#catchUp();
  }

  /** @param {Page} page what comes before the first one held */
  prepend(page) {
    const first = this.first || Infinity;
    this.messages = [...page.messages.filter((message) => message.seq < first), ...this.messages];
    this.hasBefore = page.hasBefore;
    this.#catchUp();
  }

  /** @param {Page} page what comes after the last one held */
  append(page) {
    this.messages = [...this.messages, ...page.messages.filter((message) => message.seq > this.last)];
    this.hasAfter = page.hasAfter;
    this.#catchUp();
  }

  /** @param {Frame} frame any frame of this room; those that concern no message are ignored */
  apply(frame) {
    this.#meanwhile?.push(frame);
    if (this.#change(frame)) this.changed();
  }

  /**
   * Forgets what a gap makes doubtful.
   * @param {number} to everything up to here may have been edited or deleted unseen
   */
  forget(to) {
    this.#meanwhile = null;
    const kept = this.messages.filter((message) => message.seq > to);
    if (kept.length === 0) this.hasAfter = false;
    this.messages = kept;
    this.hasBefore = to > 0;
    this.changed();
  }

  /**
   * Cuts the end that the reader is far from.
   * @param {'start' | 'end'} end
   * @param {number} [kept] how many remain
   */
  trim(end, kept = KEPT) {
    const surplus = this.messages.length - kept;
    if (surplus <= SLACK) return;
    if (end === 'start') {
      this.messages = this.messages.slice(surplus);
      this.hasBefore = true;
    } else {
      this.messages = this.messages.slice(0, kept);
      this.hasAfter = true;
    }
    this.changed();
  }

  /** Nobody looks any more: the newest stay for a quick return, and what ends elsewhere is let go. */
  rest() {
    if (this.hasAfter) {
      this.messages = [];
      this.loaded = this.hasAfter = false;
    } else this.trim('start', KEPT_AT_REST);
  }

  #catchUp() {
    const frames = this.#meanwhile ?? [];
    this.#meanwhile = null;
    for (const frame of frames) this.#change(frame);
    this.changed();
  }

  /** @param {Frame} frame */
  #change(frame) {
    if (!this.loaded) return false;
    switch (frame.type) {
      case 'new_message':
      case 'private_message':
      case 'message_sent':
        return this.#insert(frame.message);
      case 'message_edited':
        return this.#replace(frame.target, () => frame.message);
      case 'message_deleted':
        return this.#delete(frame.target);
      default:
        return false;
    }
  }

  /** @param {Message} message */
  #insert(message) {
    if (this.find(message.seq)) return this.#replace(message.seq, () => message);
    if (message.seq > this.last ? this.hasAfter : message.seq < this.first && this.hasBefore) return false;
    this.messages = this.messages.toSpliced(this.#position(message.seq), 0, message);
    return true;
  }

  /** @param {number} seq whose text goes from where it is quoted, too */
  #delete(seq) {
    const quoted = this.messages.some(({ replyTo }) => replyTo?.seq === seq);
    if (quoted) this.messages = this.messages.map((message) => withoutQuote(message, seq));
    return this.#replace(seq, withoutText) || quoted;
  }

  /**
   * @param {number} seq
   * @param {(message: Message) => Message} change
   */
  #replace(seq, change) {
    const at = this.#position(seq);
    if (this.messages[at]?.seq !== seq) return false;
    this.messages = this.messages.with(at, change(this.messages[at]));
    return true;
  }

  /** @param {number} seq the index at which it stands or would stand */
  #position(seq) {
    let low = 0;
    let high = this.messages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.messages[middle].seq < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @param {Message} message @returns {Message} what is left when it has been deleted */
export const withoutText = (message) => ({ ...message, body: '', replyTo: null, mentions: [], deleted: true });

/**
 * @param {Message} message
 * @param {number} seq
 * @returns {Message}
 */
const withoutQuote = (message, seq) => (message.replyTo?.seq === seq ? { ...message, replyTo: { ...message.replyTo, excerpt: '' } } : message);

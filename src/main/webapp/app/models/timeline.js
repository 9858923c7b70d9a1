/** @import {Thread} from './thread.js' */
/** @import {Frame, Message, Page, Quote} from './wire.js' */
import { Observable } from './observable.js';
import { Pins } from './pins.js';
import { shownOf } from './quotes.js';
import { afterReaction, OwnReactions } from './reactions.js';
import { ReplyCounts } from './reply-counts.js';

/** How many messages the page keeps, and how many more it may hold before it cuts the far end. */
export const KEPT = 300;
const SLACK = 20;
const KEPT_AT_REST = 60;

const REACTIONS = new Set(['reaction_added', 'reaction_removed']);

/**
 * The messages of a room that the page holds: one run without gaps, in the order of their numbers. A frame may come
 * twice without harm. The page loads messages outside the run from the server.
 */
export class Timeline extends Observable {
  /** @type {Message[]} */
  messages = [];
  /** Whether a page has been shown. Before that, frames change nothing. */
  loaded = false;
  hasBefore = false;
  hasAfter = false;
  pins = new Pins((seq) => this.find(seq));
  /** The message whose replies the page shows beside the timeline, with them. @type {Thread | null} */
  thread = null;
  #replies = new ReplyCounts();
  /** @type {Frame[] | null} frames that came while a page was loading; the page may contain their changes or not */
  #meanwhile = null;

  /** @param {string} [me] the user's own username */
  constructor(me = '') {
    super();
    this.own = new OwnReactions(me);
  }

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

  /** @param {number} seq @returns {Message | undefined} the message, here or in the thread */
  held(seq) {
    return this.find(seq) ?? this.thread?.find(seq);
  }

  /** @param {Message} message @returns {number} how many undeleted messages reply to it */
  repliesTo({ seq, replyCount = 0 }) {
    return this.find(seq) ? this.#replies.of(seq, this) : replyCount;
  }

  /** A page is loading. */
  expectPage() {
    this.#meanwhile ??= [];
  }

  /** The page failed to load. */
  giveUpPage() {
    this.#meanwhile = null;
  }

  /** @param {Page} page replaces all held messages */
  show(page) {
    if (!this.hasAfter) this.#replies.leaveEnd(this.messages);
    this.messages = [...page.messages];
    this.hasBefore = page.hasBefore;
    this.hasAfter = page.hasAfter;
    this.loaded = true;
    this.#catchUp(page);
  }

  /** @param {Page} page the messages before the first held one */
  prepend(page) {
    const first = this.first || Infinity;
    this.messages = [...page.messages.filter((message) => message.seq < first), ...this.messages];
    this.hasBefore = page.hasBefore;
    this.#catchUp(page);
  }

  /** @param {Page} page the messages after the last held one */
  append(page) {
    this.messages = [...this.messages, ...page.messages.filter((message) => message.seq > this.last)];
    this.hasAfter = page.hasAfter;
    this.#catchUp(page);
  }

  /** @param {Frame} frame any frame of this room; frames that change no message are ignored */
  apply(frame) {
    this.#meanwhile?.push(frame);
    if (REACTIONS.has(frame.type)) this.own.heard(frame);
    const changed = this.#change(frame);
    this.thread?.apply(frame);
    if (this.pins.apply(frame) || changed) this.changed();
  }

  /**
   * Drops the messages that may be out of date after a gap.
   * @param {number} to messages up to this number may have been edited or deleted meanwhile
   */
  forget(to) {
    this.#meanwhile = null;
    this.own.forget();
    this.pins.forget();
    this.thread?.forget();
    const kept = this.messages.filter((message) => message.seq > to);
    if (kept.length === 0) {
      this.hasAfter = false;
      this.#replies.forget();
    }
    this.messages = kept;
    this.hasBefore = to > 0;
    this.changed();
  }

  /**
   * Cuts messages at the end that is far from the user's view.
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
      if (!this.hasAfter) this.#replies.leaveEnd(this.messages);
      this.messages = this.messages.slice(0, kept);
      this.hasAfter = true;
    }
    this.changed();
  }

  /** The user has left the room. The newest messages stay for a quick return. A run that ends elsewhere is dropped. */
  rest() {
    if (this.hasAfter) {
      this.messages = [];
      this.loaded = this.hasAfter = false;
    } else this.trim('start', KEPT_AT_REST);
  }

  /** @param {Page} page that has come */
  #catchUp(page) {
    if (this.hasAfter) this.#replies.learn(page);
    else this.#replies.forget();
    const frames = this.#meanwhile ?? [];
    this.#meanwhile = null;
    for (const frame of frames) this.#change(frame);
    this.changed();
  }

  /** @param {Frame} frame */
  #change(frame) {
    if (!this.loaded) return false;
    if (this.hasAfter) this.#replies.heard(frame);
    switch (frame.type) {
      case 'new_message':
      case 'private_message':
      case 'message_sent':
        return this.#insert(frame.message);
      case 'message_edited':
        return this.#edit(frame.target, frame.message);
      case 'message_deleted':
        return this.#delete(frame.target);
      case 'reaction_added':
      case 'reaction_removed':
        return this.#react(frame);
      case 'message_pinned':
      case 'message_unpinned':
        return this.#pin(frame.target, frame.type === 'message_pinned');
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

  /**
   * @param {number} seq the number of the edited message
   * @param {Message} message as it is now
   */
  #edit(seq, message) {
    const quoted = this.#quote(seq, shownOf(message));
    return this.#replace(seq, () => message) || quoted;
  }

  /** @param {number} seq the number of the deleted message */
  #delete(seq) {
    const quoted = this.#quote(seq, shownOf({ body: '' }));
    return this.#replace(seq, withoutText) || quoted;
  }

  /** @param {Frame} frame */
  #react(frame) {
    return this.#replace(frame.target, (message) => (message.deleted ? message : afterReaction(message, frame)));
  }

  /**
   * @param {number} seq
   * @param {boolean} pinned
   */
  #pin(seq, pinned) {
    return this.#replace(seq, (message) => (message.deleted ? message : { ...message, pinned }));
  }

  /**
   * Quotes show how a message begins now, or which files it has.
   * @param {number} seq
   * @param {Pick<Quote, 'excerpt' | 'files'>} shown
   * @returns {boolean} whether the page holds a reply to the message
   */
  #quote(seq, shown) {
    const quoted = this.messages.some(({ replyTo }) => replyTo?.seq === seq);
    if (quoted) this.messages = this.messages.map((message) => (message.replyTo?.seq === seq ? { ...message, replyTo: { ...message.replyTo, ...shown } } : message));
    return quoted;
  }

  /** @param {string} username of a person who has deleted their account */
  nameless(username) {
    if (!this.messages.some(({ sender }) => sender.username === username)) return;
    this.messages = this.messages.map((message) => (message.sender.username === username ? { ...message, sender: { username: null, displayName: '', avatarUrl: null } } : message));
    this.changed();
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

  /** @param {number} seq the result is its index, or the index where it would be inserted */
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

/** @param {Message} message @returns {Message} the message as it is after its deletion */
export const withoutText = (message) => ({ ...message, body: '', attachments: [], mentions: [], mentionsAll: null, reactions: [], editedAt: null, pinned: false, deleted: true });

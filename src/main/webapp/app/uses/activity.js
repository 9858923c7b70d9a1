/** @import {ActivityPage, Frame} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { inFront } from '../lib/window.js';
import { ActivityList, isNews, KINDS, mayChange } from '../models/activity.js';
import { Observable } from '../models/observable.js';

const SCREENFUL = 20;
/** The server sends at most this many at once. */
const MOST = 200;
/** Frames come in bursts, and the notification of a message beside the message. The list is loaded once after each. */
const SETTLE_MS = 300;

/** What others did that concerns the user: mentions, replies and reactions. */
export class Activity extends Observable {
  /** By kind. @type {Map<string, ActivityList>} */
  lists = new Map(KINDS.map((kind) => [kind, new ActivityList()]));
  /** Whether something came that the user has not seen in the list. */
  news = false;
  /** The kind that the open list shows. @type {string | null} */
  #shown = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Chat} chat */
  constructor(chat) {
    super();
    this.chat = chat;
  }

  /** @param {string} kind @returns {ActivityList} */
  of(kind) {
    return /** @type {ActivityList} */ (this.lists.get(kind));
  }

  /** @param {string | null} kind the one that the user looks at now; null when they close the list */
  look(kind) {
    this.#shown = kind;
    this.news = false;
    this.#tell();
  }

  /**
   * Loads the newest, as many as are known already.
   * @param {string} kind
   * @returns {Promise<void>}
   * @throws {import('../lib/problem.js').Problem}
   */
  async load(kind) {
    const list = this.of(kind);
    const limit = list.length(SCREENFUL, MOST);
    const page = await this.#page(kind, { limit });
    // The user may have asked for more meanwhile.
    if (list.length(SCREENFUL, MOST) > limit) return this.load(kind);
    list.show(page);
    this.#tell();
  }

  /**
   * @param {string} kind whose older items are wanted too
   * @returns {Promise<void>}
   * @throws {import('../lib/problem.js').Problem}
   */
  async more(kind) {
    const list = this.of(kind);
    const { next: cursor } = list;
    if (!cursor) return;
    const page = await this.#page(kind, { limit: SCREENFUL, cursor });
    // The list may have been loaded again meanwhile.
    if (list.next !== cursor) return this.more(kind);
    list.append(page);
    this.#tell();
  }

  /** @param {Frame} frame before the models take it */
  frame(frame) {
    const state = frame.room ? this.chat.rooms.find(frame.room) : this.chat.conversations.find(frame.with);
    const isMine = (/** @type {number} */ seq) => state?.timeline.find(seq)?.sender.username === this.chat.rooms.me;
    const news = isNews(frame, this.chat.rooms.me, isMine) && !state?.catchingUp;
    if (news && !this.#shown && !(state?.open && inFront())) {
      this.news = true;
      this.#tell();
    }
    if (this.#shown && (news || mayChange(frame))) this.#again();
  }

  #again() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.refresh();
    }, SETTLE_MS);
  }

  /** Loads the list again if it is open: something has changed, or there is a new connection. */
  refresh() {
    if (this.#shown) this.load(this.#shown).catch(() => undefined);
  }

  #tell() {
    this.changed();
    this.chat.changed();
  }

  /**
   * @param {string} kind
   * @param {Record<string, unknown>} query
   * @returns {Promise<ActivityPage>}
   */
  #page(kind, query) {
    return this.chat.session.call('GET', 'activity', { query: { ...query, kind: kind === 'all' ? undefined : kind } });
  }
}

/** @import {Frame, Hit, SearchPage} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { Observable } from '../models/observable.js';
import { deletedBy, keyOfHit, nameIn, soughtIn } from '../models/search.js';
import { Finding } from './finding.js';

const SCREENFUL = 30;

/** What the user looks for, and what was found. It stays as it is while they look at a hit, and after that. */
export class Searching extends Observable {
  /** Whether the panel is shown. */
  open = false;
  text = '';
  /** @type {'newest' | 'best'} */
  sort = 'newest';
  /** @type {Hit[] | null} null until something was looked for */
  hits = null;
  /** By which the user may mean a room or a person, as soon as the server has answered. */
  name = '';
  /** Whether the filters are shown; null until the user has decided that. @type {boolean | null} */
  filtering = null;
  /** @type {string | null} */
  next = null;
  /** How much of the messages the server has gone through, from 0 to 1. */
  progress = 1;
  /** A filter that makes no sense. @type {string | null} */
  wrong = null;
  /** Why it failed. @type {unknown} */
  failure = null;
  busy = false;
  /** The key of the hit that the user looked at last. */
  chosen = '';
  /** How far the list is scrolled. */
  scrolled = 0;
  /** Numbers the requests: only the answer to the latest counts. */
  #asked = 0;

  /** @param {Chat} chat */
  constructor(chat) {
    super();
    this.chat = chat;
    this.finding = new Finding(chat);
  }

  /** @param {boolean} open */
  show(open) {
    this.open = open;
    this.changed();
  }

  /** @param {boolean} filtering */
  filter(filtering) {
    this.filtering = filtering;
    this.changed();
  }

  /**
   * Looks for what the user has typed.
   * @param {string} text
   * @param {'newest' | 'best'} [sort]
   */
  async find(text, sort = this.sort) {
    this.text = text;
    this.sort = sort;
    this.chosen = '';
    this.scrolled = 0;
    const { query, wrong } = soughtIn(text);
    this.wrong = wrong;
    if (wrong || !Object.keys(query).length) {
      this.#asked++;
      Object.assign(this, { hits: null, next: null, name: '', failure: null, busy: false });
      this.changed();
      return;
    }
    await this.#ask({}, (page) => page.hits, nameIn(text));
  }

  /** Shows older or less fitting hits too. */
  async more() {
    if (!this.next || this.busy) return;
    const known = this.hits ?? [];
    await this.#ask({ cursor: this.next }, (page) => [...known, ...page.hits], this.name);
  }

  again() {
    return this.find(this.text);
  }

  /** @param {Hit} hit that the user looks at */
  choose(hit) {
    this.chosen = keyOfHit(hit);
    this.changed();
  }

  /** @param {Frame} frame a message that is deleted is no hit any more */
  frame(frame) {
    if (frame.type !== 'message_deleted' || !this.hits?.some((hit) => deletedBy(hit, frame))) return;
    this.hits = this.hits.filter((hit) => !deletedBy(hit, frame));
    this.changed();
  }

  /**
   * @param {{cursor?: string}} from
   * @param {(page: SearchPage) => Hit[]} hits
   * @param {string} name that rooms and people may have
   */
  async #ask(from, hits, name) {
    const mine = ++this.#asked;
    this.busy = true;
    this.failure = null;
    this.changed();
    const { query } = soughtIn(this.text);
    // Both are shown at once, so that nothing moves.
    const found = name && name !== this.name ? this.finding.find(name) : null;
    try {
      /** @type {SearchPage} */
      const page = await this.chat.session.call('GET', 'search', { query: { ...query, ...from, sort: this.sort, limit: SCREENFUL } });
      await found;
      if (mine !== this.#asked) return;
      this.hits = hits(page);
      this.next = page.next;
      this.progress = page.index.state === 'indexing' ? page.index.progress : 1;
    } catch (error) {
      if (mine !== this.#asked) return;
      this.failure = error;
    }
    this.name = name;
    this.busy = false;
    this.changed();
  }
}

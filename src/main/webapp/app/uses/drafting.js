/** @import {Attachment, Frame, Quote, StoredDraft} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { preferences } from '../lib/preferences.js';
import { conversationWith } from '../models/address.js';
import { Draft } from '../models/draft.js';
import { Observable } from '../models/observable.js';
import { SavingDrafts } from './saving-drafts.js';

/** How long signing out waits for the answers. */
const PATIENCE_MS = 3000;

/**
 * Keeps what the user types: in this browser at once, and on the server after a pause, so that it is there on every
 * device. It tells its watchers when a draft changes by something other than typing.
 */
export class Drafting extends Observable {
  /** @type {Map<string, Draft>} */
  #drafts = new Map();
  #stopped = false;

  /** @param {Chat} chat */
  constructor(chat) {
    super();
    this.chat = chat;
    this.saving = new SavingDrafts(chat, { of: (id) => this.of(id), answered: (id) => this.#changed(id) });
  }

  get #user() {
    return this.chat.rooms.me;
  }

  /** @param {string} id of a room or a conversation */
  of(id) {
    const known = this.#drafts.get(id) ?? new Draft(preferences.draft(this.#user, id));
    this.#drafts.set(id, known);
    return known;
  }

  /**
   * @param {string} id
   * @param {string} text
   * @param {Quote | null} replyTo
   * @param {Attachment[]} [attachments] as before, if there are none given
   */
  typed(id, text, replyTo, attachments) {
    if (!this.of(id).typed(text, replyTo, attachments)) return;
    this.#keep(id);
    this.saving.later(id);
  }

  /**
   * @param {string} id
   * @param {Attachment[]} attachments the uploaded files that the draft has now
   */
  attached(id, attachments) {
    const { text, replyTo } = this.of(id);
    this.typed(id, text, replyTo, attachments);
  }

  /** @param {string} id of the room that the user leaves */
  left(id) {
    this.saving.flush(id);
    this.changed();
  }

  /** The page goes, or is in the background. */
  leaving() {
    this.saving.flushAll();
  }

  /** Saves what waits and waits for the answers a moment. Then it stores nothing more, not even in this browser. */
  async finish() {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([this.saving.rest(), patience]);
    this.stop();
  }

  stop() {
    this.#stopped = true;
    this.saving.stop();
  }

  /** Loads all drafts, by the names of their rooms, from the server. Then it saves what only this browser has. */
  async load() {
    /** @type {Map<string | undefined, StoredDraft>} */
    const stored = new Map();
    await this.chat.following.list();
    for (let cursor = null, more = true; more; more = cursor !== null) {
      const page = await this.chat.session.call('GET', 'drafts', { query: { limit: 200, cursor } });
      for (const one of page.drafts) stored.set(this.#idOf(one), one);
      cursor = page.next;
    }
    for (const id of new Set([...stored.keys(), ...preferences.draftIds(this.#user)])) {
      if (!id || this.#stopped) continue;
      this.#heard(id, stored.get(id) ?? null);
      this.saving.now(id);
    }
  }

  /** @param {Frame} frame a draft was changed, perhaps by this page */
  frame(frame) {
    const id = this.#idOf(frame);
    if (id) this.#heard(id, frame.draft);
  }

  /** @param {string} id of the draft that another tab has stored */
  elsewhere(id) {
    const draft = this.of(id);
    if (draft.mine) return;
    draft.adopt(preferences.draft(this.#user, id) ?? { text: '', replyTo: null, base: null });
    this.chat.attaching.follow(id);
    this.changed();
  }

  /** @param {string} id of a draft with two texts: the user takes the other device's */
  takeOther(id) {
    this.of(id).takeOther();
    this.#changed(id);
  }

  /** @param {string} id the user has seen the other device's text, and keeps the one here */
  keepMine(id) {
    this.of(id).keepMine();
    this.#changed(id);
    this.saving.now(id);
  }

  /** @param {{room?: string, with?: string}} place as the server calls it @returns {string | undefined} */
  #idOf({ room, with: username }) {
    if (username) return this.chat.conversations.find(username)?.id ?? conversationWith(username);
    return this.chat.rooms.find(room)?.id;
  }

  /**
   * @param {string} id
   * @param {StoredDraft | null} stored
   */
  #heard(id, stored) {
    const draft = this.of(id);
    // That a draft is gone has no revision, and may be said late. So the page asks before it takes a text away.
    if (!stored && draft.losable) return this.saving.ask(id);
    draft.heard(stored);
    this.#changed(id);
  }

  /** @param {string} id */
  #changed(id) {
    this.#keep(id);
    this.chat.attaching.follow(id);
    this.changed();
  }

  /** @param {string} id */
  #keep(id) {
    if (!this.#stopped) preferences.keepDraft(this.#user, id, this.of(id).kept);
  }
}

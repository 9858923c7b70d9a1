/** @import {Chat} from '../chat.js' */
/** @import {Draft} from '../models/draft.js' */
import { problemOf } from '../lib/problem.js';
import { isPrivate, pathOf } from '../models/address.js';
import { lengthOf, LONGEST } from '../models/text.js';

/** The server gets the draft after this pause of typing. */
export const PAUSE_MS = 1000;
/** Without an answer the page tries again after this time, and with each new connection. */
const AGAIN_MS = 10_000;
/** The refusals that pass by themselves. */
const PASSING = new Set(['unreachable', 'rate_limited', 'unavailable']);

/** @typedef {{of: (id: string) => Draft, answered: (id: string) => void}} Drafts `answered`: the draft may have changed */

/** Sends drafts to the server, one request at a time for each room. */
export class SavingDrafts {
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #timers = new Map();
  /** @type {Map<string, Promise<void>>} */
  #underWay = new Map();
  #stopped = false;

  /**
   * @param {Chat} chat
   * @param {Drafts} drafts
   */
  constructor(chat, drafts) {
    this.chat = chat;
    this.drafts = drafts;
  }

  /**
   * @param {string} id
   * @param {number} [ms]
   */
  later(id, ms = PAUSE_MS) {
    if (this.#stopped) return;
    clearTimeout(this.#timers.get(id));
    this.#timers.set(id, setTimeout(() => this.now(id), ms));
  }

  /** @param {string} id of a draft that is saved now, if it waits */
  flush(id) {
    if (this.#timers.has(id)) this.now(id);
  }

  flushAll() {
    for (const id of [...this.#timers.keys()]) this.now(id);
  }

  /** Saves what waits, and waits for the answers. What was typed while a request was under way needs a second one. */
  async rest() {
    for (let round = 0; round < 2; round += 1) {
      this.flushAll();
      await Promise.all(this.#underWay.values());
    }
  }

  stop() {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** @param {string} id of a draft that the server gets, if it has another text and may have this one */
  now(id) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    if (this.#savable(id)) this.#request(id, (draft) => this.#save(id, draft));
  }

  /** @param {string} id of a draft that may be gone */
  ask(id) {
    this.#request(id, async (draft) => {
      const stored = await this.chat.session.call('GET', `${pathOf(id)}/draft`).catch((error) => {
        if (problemOf(error).code === 'not_found') return null;
        throw error;
      });
      draft.heard(stored);
    });
  }

  /** @param {string} id */
  #savable(id) {
    const { rooms, conversations, personal } = this.chat;
    const draft = this.drafts.of(id);
    const begun = isPrivate(id) ? (conversations.byId.get(id)?.room.head ?? 0) > 0 : rooms.byId.has(id);
    return draft.unsaved && !draft.other && lengthOf(draft.body) <= LONGEST && begun && personal.phase === 'open';
  }

  /**
   * @param {string} id
   * @param {Draft} draft
   */
  async #save(id, draft) {
    const { empty, body, replyTo, attachments, base } = draft;
    const { session } = this.chat;
    const path = `${pathOf(id)}/draft`;
    const revision = base?.revision ?? 0;
    draft.sent = empty ? null : { body, replyTo, attachments };
    draft.saved(await (empty
      ? session.call('DELETE', path, { query: { revision }, keepalive: true })
      : session.call('PUT', path, { body: { body, replyTo: replyTo?.seq, ...(attachments.length && { attachments: attachments.map(({ id }) => id) }), revision }, keepalive: true })));
  }

  /**
   * @param {string} id
   * @param {(draft: Draft) => Promise<void>} action
   */
  #request(id, action) {
    if (this.#stopped) return;
    if (this.#underWay.has(id)) return this.later(id);
    const draft = this.drafts.of(id);
    const asking = action(draft).catch((error) => this.#refused(id, draft, error)).finally(() => {
      draft.sent = null;
      this.#underWay.delete(id);
      this.drafts.answered(id);
    });
    this.#underWay.set(id, asking);
  }

  /**
   * @param {string} id
   * @param {Draft} draft
   * @param {unknown} error
   */
  #refused(id, draft, error) {
    const { code, retryAfter, draft: stored } = problemOf(error);
    if (code === 'conflict' && stored !== undefined) {
      draft.refused(stored);
      this.later(id);
    } else if (PASSING.has(code)) this.later(id, retryAfter ? retryAfter * 1000 : AGAIN_MS);
  }
}

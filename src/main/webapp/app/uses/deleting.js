/** @import {RoomState} from '../models/room-state.js' */
/** @import {Deletion} from '../models/deletions.js' */
/** @import {Chat} from '../chat.js' */
import { preferences } from '../lib/preferences.js';
import { problemOf } from '../lib/problem.js';
import { pathOf } from '../models/address.js';
import { Deletions } from '../models/deletions.js';

/** How long the author may take a deletion back. */
export const UNDO_MS = 5000;
/** The time after that in which the tab of the deletion should have sent it. Then any tab of the user does. */
const GRACE_MS = 3000;
/** Without an answer the page asks again after this time, and with each new connection. */
const AGAIN_MS = 10_000;
/** How long signing out waits for the answers. */
const PATIENCE_MS = 3000;

/** The refusals that pass by themselves. After `unauthenticated` the deletion waits for the user's next sign-in. */
const PASSING = new Set(['unreachable', 'rate_limited', 'unavailable', 'unauthenticated']);

/** @typedef {{ending: () => void, refused: (error: unknown) => void}} Teller `ending` is called before the deletion can be taken back no more */

/**
 * Deletes the user's own messages, a few seconds later: until then the user may take it back. The browser stores each
 * deletion until the server has it, without the message's text. So none is lost with the page.
 */
export class Deleting {
  deletions = new Deletions();
  /** @type {Map<Deletion, Teller>} */
  #tellers = new Map();
  /** @type {Map<Deletion, Promise<void>>} */
  #underWay = new Map();
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  #timers = new Set();
  #stopped = false;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  get #user() {
    return this.chat.rooms.me;
  }

  /**
   * @param {RoomState} state
   * @param {number} seq the number of a message of the user
   * @param {Teller} teller
   */
  later({ id }, seq, teller) {
    if (this.deletions.find(id, seq)) return;
    const deletion = { id, seq, held: true };
    this.#tellers.set(deletion, teller);
    preferences.keepDeletion(this.#user, id, seq, Date.now() + UNDO_MS);
    this.deletions.add(deletion);
    this.#after(UNDO_MS, () => this.#send(deletion));
  }

  /** @param {Deletion} deletion @returns {boolean} false if it is too late */
  takeBack(deletion) {
    if (!deletion.held) return false;
    this.#forget(deletion);
    return true;
  }

  /** @param {string | undefined} open the id of the room that the user is in; what waits elsewhere is sent now */
  wentTo(open) {
    for (const one of this.deletions.all) if (one.held && one.id !== open) this.#send(one);
  }

  /** The page goes. What waits is sent now, by requests that outlive the page. */
  leaving() {
    for (const one of this.deletions.all) if (one.held) this.#send(one);
  }

  /** Sends everything that waits, also from other tabs, and waits for the answers a moment. */
  async finish() {
    for (const { id, seq } of preferences.deletions(this.#user)) this.#inherit(id, seq);
    this.leaving();
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([Promise.all(this.#underWay.values()), patience]);
  }

  /** Sends what has no answer yet, and what an earlier page or a closed tab has left. May be called at any time. */
  load() {
    for (const one of this.deletions.all) if (!one.held) this.#send(one);
    for (const { id, seq, due } of preferences.deletions(this.#user)) {
      if (!this.deletions.find(id, seq)) this.#after(due + GRACE_MS - Date.now(), () => this.#inherit(id, seq));
    }
  }

  /** Sends nothing more: the next request would be that of the next user. */
  stop() {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /**
   * @param {string} id
   * @param {number} seq of a deletion that another page has stored, and may have sent or taken back since
   */
  #inherit(id, seq) {
    const stored = preferences.deletions(this.#user).some((one) => one.id === id && one.seq === seq);
    if (!stored || this.deletions.find(id, seq)) return;
    const deletion = { id, seq, held: false };
    this.deletions.add(deletion);
    this.#send(deletion);
  }

  /** @param {Deletion} deletion */
  #send(deletion) {
    if (this.#stopped || this.#underWay.has(deletion) || !this.deletions.all.includes(deletion)) return;
    this.#tellers.get(deletion)?.ending();
    this.deletions.sent(deletion);
    this.#underWay.set(deletion, this.#ask(deletion));
  }

  /** @param {Deletion} deletion */
  async #ask(deletion) {
    const { id, seq } = deletion;
    try {
      await this.chat.session.call('DELETE', `${pathOf(id)}/messages/${seq}`, { keepalive: true });
      this.#done(deletion);
    } catch (error) {
      const { code, retryAfter } = problemOf(error);
      if (code === 'not_found') this.#done(deletion);
      else if (PASSING.has(code)) this.#after(retryAfter ? retryAfter * 1000 : AGAIN_MS, () => this.#send(deletion));
      else {
        this.#tellers.get(deletion)?.refused(error);
        this.#forget(deletion);
      }
    } finally {
      this.#underWay.delete(deletion);
    }
  }

  /** @param {Deletion} deletion whose frame may still be on its way; the text must not come back until then */
  #done(deletion) {
    const { id, seq } = deletion;
    this.chat.all.find((state) => state.id === id)?.timeline.apply({ type: 'message_deleted', target: seq });
    this.#forget(deletion);
  }

  /** @param {Deletion} deletion */
  #forget(deletion) {
    preferences.keepDeletion(this.#user, deletion.id, deletion.seq, null);
    this.#tellers.delete(deletion);
    this.deletions.remove(deletion);
  }

  /**
   * @param {number} ms
   * @param {() => void} act
   */
  #after(ms, act) {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, Math.max(0, ms));
    this.#timers.add(timer);
  }
}

import { Observable } from './observable.js';

/**
 * @typedef {object} Problem
 * @property {string} code one of the contract's codes
 * @property {number} [retryAfter] seconds
 * @property {string | null} [until]
 * @property {string | null} [reason]
 *
 * @typedef {object} Entry a message that the server has not yet confirmed
 * @property {string} clientId the server knows a repeat by this id
 * @property {string} user the username of the writer
 * @property {string} room the room's id; it stays when the room is renamed
 * @property {string} body
 * @property {string[]} [files] the keys of the uploads that the message shows, in order
 * @property {import('./wire.js').Attachment[]} [attachments] how the page shows these files until the server has the message
 * @property {import('./wire.js').Quote | null} replyTo
 * @property {string} createdAt
 * @property {'waiting' | 'sending' | 'failed'} state
 * @property {number} [notBefore] milliseconds; the server asked to wait until then
 * @property {number} [tries]
 * @property {Problem} [problem] why it failed or waits
 */

/** The longest pause between two tries that the page chooses by itself, in seconds. */
const PATIENCE = 30;

/** Errors that pass by themselves. Every other error needs the writer. */
const PASSING = new Set(['rate_limited', 'unavailable', 'unauthenticated', 'unreachable']);

/**
 * @param {{tries?: number} | undefined} one a message or a file
 * @param {Problem} problem why the server has refused it
 * @param {number} now milliseconds
 * @returns {{state: 'waiting' | 'failed', problem: Problem, tries?: number, notBefore?: number}} when to try again, if that can help
 */
export function afterRefusal(one, problem, now) {
  if (!PASSING.has(problem.code)) return { state: 'failed', problem };
  const tries = (one?.tries ?? 0) + 1;
  const seconds = problem.retryAfter ?? Math.min(PATIENCE, 2 ** tries);
  return { state: 'waiting', problem, tries, notBefore: now + seconds * 1000 };
}

/**
 * Messages that the server has not confirmed, in the order of writing. Each room's messages are sent one by one. A
 * message whose files are on their way holds up no other.
 */
export class Outbox extends Observable {
  /** @type {Entry[]} */
  entries = [];

  /** @param {(entry: Entry) => boolean} [ready] whether the server has the files of a message */
  constructor(ready = () => true) {
    super();
    this.ready = ready;
  }

  /**
   * @param {Entry[]} stored the entries that this or another tab has stored; entries in sending here stay in sending
   * @param {Set<string>} [unkept] ids of entries that this tab has not stored yet
   */
  load(stored, unkept = new Set()) {
    const ours = this.entries.filter(({ clientId, state }) => state === 'sending' || unkept.has(clientId));
    const known = new Map(stored.map((entry) => [entry.clientId, entry]));
    for (const entry of ours) if (known.has(entry.clientId) || unkept.has(entry.clientId)) known.set(entry.clientId, entry);
    this.entries = [...known.values()];
    this.entries.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
    this.changed();
  }

  /** @param {Entry} entry */
  add(entry) {
    this.entries = [...this.entries, entry];
    this.changed();
  }

  /** @param {string} room id */
  of(room) {
    return this.entries.filter((entry) => entry.room === room);
  }

  /** @param {string} key of an upload @returns {Entry | undefined} the message that shows it */
  withFile(key) {
    return this.entries.find(({ files }) => files?.includes(key));
  }

  /** @param {string | null} clientId */
  find(clientId) {
    return this.entries.find((entry) => entry.clientId === clientId);
  }

  /** @param {number} now milliseconds; @returns {Entry[]} the entries to send now, at most one for each room */
  due(now) {
    return this.#heads().filter((entry) => entry.state === 'waiting' && (entry.notBefore ?? 0) <= now);
  }

  /** @returns {number | null} the earliest `notBefore` of the entries that must wait, if there is one */
  get nextDue() {
    const times = this.#heads().flatMap((entry) => (entry.state === 'waiting' && entry.notBefore) || []);
    return times.length ? Math.min(...times) : null;
  }

  /** The number of entries that are waiting or in sending. Failed ones do not count. */
  get underWay() {
    return this.entries.filter((entry) => entry.state !== 'failed').length;
  }

  /** @param {string} clientId */
  sending(clientId) {
    return this.#set(clientId, { state: 'sending', problem: undefined });
  }

  /** @param {string} clientId has no answer; the server may have it or not, so the page sends it again with this id */
  unanswered(clientId) {
    return this.#set(clientId, { state: 'waiting', notBefore: undefined });
  }

  /**
   * @param {string} clientId
   * @param {Problem} problem
   * @param {number} now milliseconds
   */
  refused(clientId, problem, now) {
    return this.#set(clientId, afterRefusal(this.find(clientId), problem, now));
  }

  /** @param {string} clientId */
  retry(clientId) {
    return this.#set(clientId, { state: 'waiting', problem: undefined, notBefore: undefined, tries: 0 });
  }

  /** @param {string | null} clientId confirmed, or discarded by its writer; returns whether it was here */
  remove(clientId) {
    if (!this.find(clientId)) return false;
    this.entries = this.entries.filter((entry) => entry.clientId !== clientId);
    this.changed();
    return true;
  }

  #heads() {
    /** @type {Map<string, Entry>} */
    const heads = new Map();
    for (const entry of this.entries) {
      if (entry.state !== 'failed' && !heads.has(entry.room) && this.ready(entry)) heads.set(entry.room, entry);
    }
    return [...heads.values()];
  }

  /**
   * @param {string} clientId
   * @param {Partial<Entry>} change
   * @returns {Entry | undefined} the changed entry
   */
  #set(clientId, change) {
    this.entries = this.entries.map((entry) => (entry.clientId === clientId ? { ...entry, ...change } : entry));
    this.changed();
    return this.find(clientId);
  }
}

/** @import {Attachment} from './wire.js' */
/** @import {Problem} from './outbox.js' */
import { Observable } from './observable.js';
import { afterRefusal } from './outbox.js';

/**
 * @typedef {object} Upload a file that the user has attached, and that is in no message of the server yet
 * @property {string} key
 * @property {string} owner the username of the user
 * @property {string} place where it was attached: the id of a room, or with a number behind it the replies to a message
 * @property {string} name
 * @property {string} type as the browser says
 * @property {number} size
 * @property {number} [width] of a picture
 * @property {number} [height]
 * @property {string} createdAt
 * @property {Blob | null} blob null for a file that another device has uploaded
 * @property {Attachment | null} attachment the file as the server has it
 * @property {'waiting' | 'sending' | 'failed' | 'done'} state `done` with an attachment, and only then
 * @property {number} [sent] how many octets are sent
 * @property {Problem} [problem] why it failed or waits
 * @property {number} [tries]
 * @property {number} [notBefore] milliseconds; not tried again until then
 */

/** The files on their way to the server, in the order in which they were attached. Each place sends them one by one. */
export class Uploads extends Observable {
  /** @type {Upload[]} */
  all = [];
  /** It changes as octets are sent, much more often than anything else here. */
  progress = new Observable();

  /**
   * @param {Upload[]} stored what this or another tab has stored
   * @param {Set<string>} [unkept] keys of files that this tab has not stored yet
   */
  load(stored, unkept = new Set()) {
    const known = new Map(stored.map((one) => [one.key, this.#newer(one)]));
    for (const ours of this.all) if (unkept.has(ours.key) && !known.has(ours.key)) known.set(ours.key, ours);
    this.all = [...known.values()].sort((one, other) => one.createdAt.localeCompare(other.createdAt));
    this.changed();
  }

  /** @param {Upload[]} uploads */
  add(...uploads) {
    this.all = [...this.all, ...uploads];
    this.changed();
  }

  /** @param {string} key */
  find(key) {
    return this.all.find((one) => one.key === key);
  }

  /** @param {string} place */
  in(place) {
    return this.all.filter((one) => one.place === place);
  }

  /** @param {string[]} [keys] @returns {boolean} whether the server has all of these */
  ready(keys = []) {
    return keys.every((key) => this.find(key)?.attachment);
  }

  /** @param {string[]} keys @returns {number} how much of these is sent, from 0 to 1 */
  share(keys) {
    const some = keys.map((key) => this.find(key)).filter((one) => one !== undefined);
    const size = some.reduce((sum, one) => sum + one.size, 0);
    const sent = some.reduce((sum, one) => sum + (one.attachment ? one.size : Math.min(one.size, one.sent ?? 0)), 0);
    return size ? sent / size : 0;
  }

  /** @param {number} now milliseconds; @returns {Upload[]} the files to send now, at most one for each place */
  due(now) {
    return this.#heads().filter((one) => one.state === 'waiting' && (one.notBefore ?? 0) <= now);
  }

  /** @returns {number | null} the earliest `notBefore` of what must wait, if there is any */
  get nextDue() {
    const times = this.all.flatMap((one) => (one.state === 'waiting' && one.notBefore) || []);
    return times.length ? Math.min(...times) : null;
  }

  /** @param {string} key */
  sending(key) {
    return this.set(key, { state: 'sending', sent: 0, problem: undefined });
  }

  /**
   * @param {string} key
   * @param {number} sent octets
   */
  moved(key, sent) {
    const one = this.find(key);
    if (!one) return;
    one.sent = sent;
    this.progress.changed();
  }

  /**
   * @param {string} key
   * @param {Attachment} attachment
   */
  done(key, attachment) {
    return this.set(key, { state: 'done', attachment, problem: undefined });
  }

  /**
   * @param {string} key
   * @param {Problem} problem
   * @param {number} now milliseconds
   */
  refused(key, problem, now) {
    return this.set(key, afterRefusal(this.find(key), problem, now));
  }

  /** @param {string} key of a file that the user does not want to send now */
  stop(key) {
    if (this.find(key)?.attachment) return undefined;
    return this.set(key, { state: 'failed', problem: { code: 'stopped' } });
  }

  /**
   * @param {string} key
   * @param {boolean} [anew] the server does not have the file any more
   */
  retry(key, anew = false) {
    const one = this.find(key);
    if (!one?.blob || (one.attachment && !anew)) return one;
    return this.set(key, { state: 'waiting', attachment: null, problem: undefined, notBefore: undefined, tries: 0 });
  }

  /** There is a connection again: nothing waits any longer because there was none. */
  hurry() {
    for (const { key, problem, state } of this.all) if (state === 'waiting' && problem?.code === 'unreachable') this.set(key, { notBefore: undefined });
  }

  /** @param {string[]} keys */
  remove(keys) {
    this.all = this.all.filter(({ key }) => !keys.includes(key));
    this.changed();
  }

  /**
   * @param {string} key
   * @param {Partial<Upload>} change
   * @returns {Upload | undefined} the changed upload
   */
  set(key, change) {
    this.all = this.all.map((one) => (one.key === key ? { ...one, ...change } : one));
    this.changed();
    return this.find(key);
  }

  /** The first of each place that is not through, unless it waits for its time: then the next one. */
  #heads() {
    /** @type {Map<string, Upload>} */
    const heads = new Map();
    for (const one of this.all) if (one.state === 'sending') heads.set(one.place, one);
    for (const one of this.all) {
      const earlier = heads.get(one.place);
      if (one.state === 'waiting' && (!earlier || (earlier.state === 'waiting' && (earlier.notBefore ?? 0) > (one.notBefore ?? 0)))) heads.set(one.place, one);
    }
    return [...heads.values()];
  }

  /** @param {Upload} stored @returns {Upload} what this tab knows better stays */
  #newer(stored) {
    const ours = this.find(stored.key);
    if (ours && (ours.attachment || !stored.attachment)) return ours;
    return { ...stored, state: stored.attachment ? 'done' : 'waiting' };
  }
}

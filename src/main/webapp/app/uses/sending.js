/** @import {Entry, Problem} from '../models/outbox.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Upload} from '../models/uploads.js' */
/** @import {Quote} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { OutboxStore } from '../lib/outbox-store.js';
import { problemOf } from '../lib/problem.js';
import { uuid } from '../lib/uuid.js';
import { addressOf, isPrivate } from '../models/address.js';
import { heedAnswer } from '../models/may.js';
import { writingIn } from './writing.js';

/** Sends messages: stores each one first, then sends it, and repeats it with the same id until the server answers. */
export class Sending {
  #store = new OutboxStore();
  /** Ids of messages and files that this browser has not stored yet. @type {Set<string>} */
  #unkept = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Loads the messages and files that an earlier page or another tab has left. */
  async load() {
    const { uploads, outbox, attaching } = this.chat;
    const stored = await this.#kept(() => this.#store.all(this.chat.rooms.me));
    if (stored) {
      uploads.load(stored.files, this.#unkept);
      outbox.load(stored.entries, this.#unkept);
      attaching.loaded();
    }
    this.pump();
  }

  /**
   * @param {string} room the id of a room or a conversation
   * @param {string} body
   * @param {Quote | null} replyTo
   * @param {string[]} [files] keys of uploads; the message waits for them
   */
  async write(room, body, replyTo, files = []) {
    /** @type {Entry} */
    const entry = {
      clientId: uuid(),
      user: this.chat.rooms.me,
      room,
      body,
      ...(files.length && { files }),
      replyTo,
      createdAt: new Date().toISOString(),
      state: 'waiting',
    };
    this.#unkept.add(entry.clientId);
    this.chat.outbox.add(entry);
    const kept = await this.#kept(() => this.#store.put(entry, this.chat.uploads.all.filter(({ key }) => files.includes(key))).then(() => true));
    if (kept) for (const id of [entry.clientId, ...files]) this.#unkept.delete(id);
    this.#share();
    this.pump();
  }

  /** @param {string} room @returns {Entry[]} the unconfirmed messages of a room, as the page shows them */
  unconfirmed(room) {
    const { outbox, attaching } = this.chat;
    return outbox.of(room).map((entry) => (entry.files ? { ...entry, attachments: attaching.shown(entry) } : entry));
  }

  /** @param {string} clientId */
  retry(clientId) {
    const { outbox, attaching } = this.chat;
    const { files = [], problem } = outbox.find(clientId) ?? {};
    this.#keep(outbox.retry(clientId));
    for (const key of files) attaching.retry(key, problem?.code === 'not_found');
    this.pump();
  }

  /** @param {string} clientId of a message that still waits for its files, and that the user does not want to send now */
  stop(clientId) {
    const { outbox, attaching } = this.chat;
    for (const key of outbox.find(clientId)?.files ?? []) attaching.stop(key);
    this.#keep(outbox.refused(clientId, { code: 'stopped' }, Date.now()));
  }

  /** @param {Upload[]} files that are new here */
  unstored(files) {
    for (const { key } of files) this.#unkept.add(key);
  }

  /** @param {Upload} file that is stored as it is now */
  async keepFile(file) {
    const isNew = this.#unkept.has(file.key);
    const kept = await this.#kept(() => (isNew ? this.#store.putFile(file) : this.#store.updateFile(file)).then(() => true));
    if (kept) this.#unkept.delete(file.key);
    this.#share();
  }

  /** @param {string} key of a file that is in no message */
  dropFile(key) {
    this.#unkept.delete(key);
    this.#kept(() => this.#store.remove(key)).then(() => this.#share());
  }

  /**
   * @param {string} key of a file that its message waits for, if there is one
   * @param {Problem} problem
   */
  fileRefused(key, problem) {
    const entry = this.chat.outbox.withFile(key);
    if (entry) this.#keep(this.chat.outbox.refused(entry.clientId, problem, Date.now()));
  }

  /** @param {string} clientId of a message that the user discards */
  discard(clientId) {
    this.confirmed(clientId);
  }

  /**
   * Gives a message another text, for everybody.
   * @param {RoomState} state
   * @param {number} seq
   * @param {string} body
   */
  edit(state, seq, body) {
    return writingIn(state, () => this.chat.session.call('PATCH', `${state.path}/messages/${seq}`, { body: { body } }));
  }

  /**
   * Deletes a message for everybody.
   * @param {RoomState} state
   * @param {number} seq
   */
  delete({ path }, seq) {
    return this.chat.session.call('DELETE', `${path}/messages/${seq}`);
  }

  /** @param {string | null} clientId of a message that the server has confirmed, sent from any tab */
  confirmed(clientId) {
    const entry = this.chat.outbox.find(clientId);
    if (clientId && entry) {
      this.chat.attaching.forget(entry.files ?? []);
      this.chat.outbox.remove(clientId);
      this.#kept(() => this.#store.remove(clientId)).then(() => this.#share());
      this.pump();
    }
  }

  /** Sends all messages that are due. May be called at any time. */
  pump() {
    clearTimeout(this.#timer);
    if (!this.chat.tabs.owner) return;
    for (const entry of this.chat.outbox.due(Date.now())) if (this.chat.line(entry.room).phase === 'open') this.#send(entry);
    const next = this.chat.outbox.nextDue;
    if (next) this.#timer = setTimeout(() => this.pump(), Math.max(50, next - Date.now()));
  }

  /** @param {Entry} entry */
  async #send({ clientId, room, body, files, replyTo }) {
    const { outbox } = this.chat;
    const type = isPrivate(room) ? 'private_message' : 'send_message';
    const attachments = files?.map((key) => this.chat.uploads.find(key)?.attachment?.id);
    outbox.sending(clientId);
    try {
      await this.chat.line(room).request({ type, ...addressOf(room), clientId, body, ...(attachments && { attachments }), ...(replyTo && { replyTo: replyTo.seq }) });
      this.confirmed(clientId);
      heedAnswer(this.#conversation(room));
    } catch (error) {
      const { code, retryAfter, until, reason } = problemOf(error);
      heedAnswer(this.#conversation(room), code);
      if (code === 'unreachable') outbox.unanswered(clientId);
      else this.#keep(outbox.refused(clientId, { code, retryAfter, until, reason }, Date.now()));
      if (code === 'rate_limited') this.chat.rooms.find(room)?.pace.told(retryAfter ?? 1, Date.now());
    }
    this.pump();
  }

  /** @param {string} id @returns {RoomState | undefined} undefined for a room */
  #conversation(id) {
    return isPrivate(id) ? this.chat.conversations.find(id.slice(1)) : undefined;
  }

  /** @param {Entry | undefined} entry */
  async #keep(entry) {
    if (!entry) return;
    await this.#kept(() => this.#store.update(entry));
    this.#share();
  }

  #share() {
    this.chat.tabs.tell({ kind: 'outbox' });
  }

  /**
   * Some private windows store nothing. The page still sends, but a reload loses unsent messages.
   * @template T
   * @param {() => Promise<T>} action
   * @returns {Promise<T | undefined>}
   */
  async #kept(action) {
    try {
      return await action();
    } catch (error) {
      this.chat.unkept(error);
      return undefined;
    }
  }
}

/** @import {Entry} from '../models/outbox.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Quote} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { OutboxStore } from '../lib/outbox-store.js';
import { problemOf } from '../lib/problem.js';
import { addressOf, isPrivate } from '../models/address.js';
import { heedAnswer } from '../models/may.js';
import { writingIn } from './writing.js';

/** Sends messages: stores each one first, then sends it, and repeats it with the same id until the server answers. */
export class Sending {
  #store = new OutboxStore();
  /** @type {Set<string>} */
  #unkept = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Loads the messages that an earlier page or another tab has left. */
  async load() {
    const stored = await this.#kept(() => this.#store.all(this.chat.rooms.me));
    if (stored) this.chat.outbox.load(stored, this.#unkept);
    this.pump();
  }

  /**
   * @param {string} room the id of a room or a conversation
   * @param {string} body
   * @param {Quote | null} replyTo
   */
  async write(room, body, replyTo) {
    /** @type {Entry} */
    const entry = {
      clientId: uuid(),
      user: this.chat.rooms.me,
      room,
      body,
      replyTo,
      createdAt: new Date().toISOString(),
      state: 'waiting',
    };
    this.#unkept.add(entry.clientId);
    this.chat.outbox.add(entry);
    const kept = await this.#kept(() => this.#store.put(entry).then(() => true));
    if (kept) this.#unkept.delete(entry.clientId);
    this.#share();
    this.pump();
  }

  /** @param {string} clientId */
  retry(clientId) {
    this.#keep(this.chat.outbox.retry(clientId));
    this.pump();
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
    if (clientId && this.chat.outbox.remove(clientId)) {
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
  async #send({ clientId, room, body, replyTo }) {
    const { outbox } = this.chat;
    const type = isPrivate(room) ? 'private_message' : 'send_message';
    outbox.sending(clientId);
    try {
      await this.chat.line(room).request({ type, ...addressOf(room), clientId, body, ...(replyTo && { replyTo: replyTo.seq }) });
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

/** `randomUUID` exists only in secure contexts, so not on plain http in a local network. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @import {Frame, Room} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { problemOf } from '../lib/problem.js';
import { pathOf, conversationWith } from '../models/address.js';
import { heedPicture } from '../models/faces.js';

const PAUSE_MS = 2000;
/** How many conversations fit into one frame. For older ones the server uses its own delivery marks. */
const NAMED = 1000;

/** Follows the private conversations. They share one feed. Each goes on after the last number that the page has. */
export class Conversing {
  /** Frames of new conversations that the page is still loading, by username. @type {Map<string, Frame[]>} */
  #meanwhile = new Map();
  /** When the feed last told a user's presence, by username. @type {Map<string, number>} */
  #told = new Map();
  /** Whether the feed is still bringing missed messages. These make no notifications. */
  #catchingUp = false;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Loads the conversations and the presence of the other users. Newer presence from the feed stays. */
  async list() {
    /** @type {Room[]} */
    const all = [];
    const asked = performance.now();
    for (let cursor = null, more = true; more; more = cursor !== null) {
      const page = await this.chat.session.call('GET', 'direct', { query: { kind: 'direct', limit: 200, cursor } });
      all.push(...page.conversations);
      cursor = page.next;
    }
    const { conversations } = this.chat;
    for (const room of all) {
      heedPicture(room.peer);
      const known = room.peer && conversations.find(room.peer.username)?.room.peer;
      if (room.peer && known && (this.#told.get(known.username) ?? -Infinity) > asked) Object.assign(room.peer, { presence: known.presence, lastSeenAt: known.lastSeenAt });
    }
    conversations.reset(all);
  }

  /**
   * The connection is open. The page loads the lists again, even new ones: a conversation that began between the list
   * and this feed is in neither.
   */
  async opened() {
    this.chat.following.refresh().catch(() => undefined);
    await this.list().catch(() => undefined);
    this.chat.drafting.load().catch(() => undefined);
    await this.#catchUp();
  }

  /**
   * @param {string} username
   * @returns {Promise<RoomState>} the conversation with this user; it may be empty
   */
  async with(username) {
    const room = await this.chat.session.call('GET', pathOf(conversationWith(username)));
    return this.chat.conversations.add(room);
  }

  /** @param {Frame} frame */
  frame(frame) {
    const { conversations, rooms } = this.chat;
    const username = frame.with ?? frame.to;
    const state = conversations.find(username);
    if (frame.type === 'presence') this.#told.set(String(frame.username), performance.now());
    if (frame.type === 'presence') for (const all of [conversations, rooms]) all.present({ username: frame.username, presence: frame.presence, lastSeenAt: frame.lastSeenAt });
    else if (frame.type === 'notification') this.chat.following.notified(frame);
    else if (frame.type === 'draft') this.chat.drafting.frame(frame);
    else if (frame.type === 'done') this.#caughtUp();
    else if (state) this.#took(state, frame);
    else if (username && frame.message) this.#meet(username, frame);
  }

  /**
   * @param {RoomState} state
   * @param {Frame} frame
   */
  #took(state, frame) {
    this.chat.took(this.chat.conversations, state, frame);
    if (frame.seq && !state.room.membership) this.chat.reading.ask(state);
  }

  /**
   * Another user has begun a conversation.
   * @param {string} username
   * @param {Frame} frame
   */
  async #meet(username, frame) {
    const news = !this.#catchingUp;
    const waiting = this.#meanwhile.get(username);
    if (waiting) return void waiting.push(frame);
    this.#meanwhile.set(username, [frame]);
    const state = await this.with(username).catch(() => undefined);
    const frames = this.#meanwhile.get(username) ?? [];
    this.#meanwhile.delete(username);
    // If loading fails, the next connection brings the conversation with all its messages.
    if (!state) return;
    for (const one of frames) {
      if (one.type === 'private_message' && one.message) this.chat.attending.heard(state, one.message, news);
      this.#took(state, one);
    }
  }

  async #catchUp() {
    const { conversations, personal } = this.chat;
    const known = conversations.begun.filter((state) => state.room.peer?.username);
    this.#catchingUp = true;
    for (const state of known) state.catchingUp = true;
    const since = Object.fromEntries(known.slice(0, NAMED).map(({ room, numbers }) => [room.peer?.username, numbers.upTo]));
    try {
      await personal.request({ type: 'catch_up', since });
    } catch (error) {
      // Catching up is slow with many conversations. No answer on a live connection means that it goes on.
      const { code, retryAfter } = problemOf(error);
      if (code !== 'unreachable' && personal.phase === 'open') await this.#later(retryAfter);
    }
  }

  /** @param {number} [seconds] */
  async #later(seconds) {
    await new Promise((resolve) => setTimeout(resolve, seconds ? seconds * 1000 : PAUSE_MS));
    if (this.chat.personal.phase === 'open') await this.#catchUp();
  }

  #caughtUp() {
    this.#catchingUp = false;
    for (const state of this.chat.conversations.all) state.catchingUp = false;
    this.chat.changed();
  }
}

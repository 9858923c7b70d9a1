/** @import {PinPage} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { Problem } from '../lib/problem.js';
import { writingIn } from './writing.js';

const SCREENFUL = 20;
/** The server sends at most this many at once. */
const MOST = 200;

/** Pinned messages: pinning them, and loading the list of them. */
export class Pinning {
  /** One request for a room at a time. @type {Map<string, Promise<void>>} */
  #loading = new Map();
  /** Rooms whose list failed to load on this connection. @type {Set<string>} */
  #failed = new Set();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * The message changes when its frame comes.
   * @param {RoomState} state of a room or conversation
   * @param {number} seq the number of the message
   * @param {boolean} wanted false unpins it
   * @throws {Problem} if it was refused, or without a connection
   */
  async pin(state, seq, wanted) {
    if (this.chat.line(state.id).phase !== 'open') throw new Problem({ code: 'unreachable', detail: 'offline' });
    await writingIn(state, () => this.chat.session.call(wanted ? 'PUT' : 'DELETE', `${state.path}/pins/${seq}`));
  }

  /** @param {RoomState} state the open one; its pins are loaded unless they are known, or loading them has failed */
  look(state) {
    if (state.timeline.pins.stale && !this.#loading.has(state.id) && !this.#failed.has(state.id)) this.load(state).catch(() => undefined);
  }

  /** There is a new connection. */
  opened() {
    this.#failed.clear();
    for (const state of this.chat.all) if (state.open) this.look(state);
  }

  /**
   * Loads the newest pins, and as many as are known already. A pin may come meanwhile whose message the page does not
   * hold; then it asks again.
   * @param {RoomState} state
   * @throws {Problem}
   */
  load(state) {
    const { pins } = state.timeline;
    return this.#once(state, async () => {
      while (pins.stale) {
        const limit = Math.min(MOST, Math.max(SCREENFUL, pins.known?.length ?? 0));
        pins.show(await this.#page(state, { limit }));
      }
    });
  }

  /**
   * @param {RoomState} state whose older pins are wanted too
   * @throws {Problem}
   */
  more(state) {
    const { pins } = state.timeline;
    return this.#once(state, async () => {
      const { next: cursor } = pins;
      if (!cursor) return;
      const page = await this.#page(state, { limit: SCREENFUL, cursor });
      // Frames may have been missed meanwhile. Then the list begins again.
      if (pins.next === cursor) pins.append(page);
    });
  }

  /**
   * @param {RoomState} state
   * @param {Record<string, unknown>} query
   * @returns {Promise<PinPage>}
   */
  #page({ path, timeline: { pins } }, query) {
    pins.expectPage();
    return this.chat.session.call('GET', `${path}/pins`, { query });
  }

  /**
   * @param {RoomState} state
   * @param {() => Promise<void>} ask
   */
  #once(state, ask) {
    const under = this.#loading.get(state.id);
    if (under) return under;
    const loading = this.#settle(state, ask);
    this.#loading.set(state.id, loading);
    return loading;
  }

  /**
   * @param {RoomState} state
   * @param {() => Promise<void>} ask
   */
  async #settle(state, ask) {
    try {
      await ask();
      this.#failed.delete(state.id);
    } catch (error) {
      this.#failed.add(state.id);
      state.timeline.pins.giveUpPage();
      throw error;
    } finally {
      this.#loading.delete(state.id);
      state.changed();
    }
  }
}

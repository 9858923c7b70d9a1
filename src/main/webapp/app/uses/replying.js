/** @import {Message, ReplyPage} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { problemOf } from '../lib/problem.js';
import { Thread } from '../models/thread.js';

const SCREENFUL = 60;

/** The replies to one message, which the page shows beside the timeline. */
export class Replying {
  /** What the user has written to a thread and not sent, as long as the page lives. @type {Map<string, string>} */
  #unsent = new Map();
  /** One request for a thread at a time. @type {WeakMap<Thread, Promise<void>>} */
  #loading = new WeakMap();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {number} source the number of the message whose replies the user wants to see
   * @returns {Thread}
   */
  open(state, source) {
    const thread = new Thread(source, state.me);
    state.timeline.thread = thread;
    this.look(state);
    return thread;
  }

  /**
   * @param {RoomState} state
   * @param {Thread} thread that the user does not see any more
   */
  close(state, thread) {
    if (state.timeline.thread === thread) state.timeline.thread = null;
  }

  /** @param {RoomState} state whose thread is loaded, unless it is, or loading it has failed */
  look(state) {
    const { thread } = state.timeline;
    if (thread?.stale && !thread.failure) this.load(state, thread);
  }

  /** There is a new connection. */
  opened() {
    for (const state of this.chat.all) if (state.timeline.thread?.failure) this.again(state, state.timeline.thread);
  }

  /**
   * @param {RoomState} state
   * @param {Thread} thread that has failed to load
   */
  again(state, thread) {
    return thread.stale ? this.load(state, thread) : this.more(state, thread);
  }

  /**
   * Loads the message and the first replies.
   * @param {RoomState} state
   * @param {Thread} thread
   */
  load(state, thread) {
    return this.#once(thread, async () => {
      while (thread.stale) {
        thread.stale = false;
        await this.#begin(state, thread);
      }
    });
  }

  /**
   * Loads more replies, if there are any.
   * @param {RoomState} state
   * @param {Thread} thread
   */
  more(state, thread) {
    return this.#once(thread, async () => {
      if (!thread.loaded || !thread.hasAfter) return;
      thread.expectPage();
      const page = await this.#page(state, thread, { after: thread.last });
      thread.append({ ...page, head: 0, hasBefore: false });
    });
  }

  /**
   * Loads all replies: the user wants to see the last one.
   * @param {RoomState} state
   * @param {Thread} thread
   */
  async toEnd(state, thread) {
    while (thread.hasAfter && !thread.failure) await this.more(state, thread);
  }

  /**
   * @param {RoomState} state
   * @param {number} source
   */
  unsent(state, source) {
    return this.#unsent.get(`${state.id} ${source}`) ?? '';
  }

  /**
   * @param {RoomState} state
   * @param {number} source
   * @param {string} text
   */
  keep(state, source, text) {
    this.#unsent.set(`${state.id} ${source}`, text);
  }

  /**
   * @param {RoomState} state
   * @param {Thread} thread
   */
  async #begin(state, thread) {
    thread.expectPage();
    try {
      const [source, page] = await Promise.all([this.#source(state, thread), this.#page(state, thread, {})]);
      thread.show({ messages: [source, ...page.messages], head: 0, hasBefore: false, hasAfter: page.hasAfter });
    } catch (error) {
      thread.stale = true;
      throw error;
    }
  }

  /**
   * @param {RoomState} state
   * @param {Thread} thread
   * @returns {Promise<Message>}
   */
  #source({ path }, { source }) {
    return this.chat.session.call('GET', `${path}/messages/${source}`);
  }

  /**
   * @param {RoomState} state
   * @param {Thread} thread
   * @param {{after?: number}} from
   * @returns {Promise<ReplyPage>}
   */
  #page({ path }, { source }, from) {
    return this.chat.session.call('GET', `${path}/messages/${source}/replies`, { query: { ...from, limit: SCREENFUL } });
  }

  /**
   * @param {Thread} thread
   * @param {() => Promise<void>} ask
   */
  #once(thread, ask) {
    const under = this.#loading.get(thread);
    if (under) return under;
    const loading = this.#settle(thread, ask);
    this.#loading.set(thread, loading);
    return loading;
  }

  /**
   * @param {Thread} thread
   * @param {() => Promise<void>} ask
   */
  async #settle(thread, ask) {
    thread.failure = null;
    try {
      await ask();
    } catch (error) {
      thread.giveUpPage();
      thread.failure = problemOf(error).code;
    }
    this.#loading.delete(thread);
    thread.changed();
  }
}

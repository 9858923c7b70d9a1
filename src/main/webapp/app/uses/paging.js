/** @import {Message, Page} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Timeline} from '../models/timeline.js' */
/** @import {Chat} from '../chat.js' */
import { Problem, problemOf } from '../lib/problem.js';

const SCREENFUL = 60;

/** Fetches messages that the timeline does not hold. One fetch for a room at a time: the run must have no gaps. */
export class Paging {
  /** @type {Map<string, Promise<boolean>>} */
  #fetching = new Map();

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /**
   * @param {RoomState} state
   * @param {number | null} seq the message to show; null for the first unread one, or else the newest
   */
  async open(state, seq) {
    await this.#settled(state);
    const { timeline } = state;
    if (seq !== null) return timeline.find(seq) ? true : this.#show(state, { around: seq });
    const wanted = state.unreadAfter + 1;
    const holds = timeline.loaded && (state.unread === 0 ? !timeline.hasAfter : timeline.first <= wanted || !timeline.hasBefore);
    if (holds) return true;
    return this.#show(state, state.unread > 0 ? { around: wanted } : {});
  }

  /** @param {RoomState} state */
  async newest(state) {
    await this.#settled(state);
    return !state.timeline.hasAfter || this.#show(state, {});
  }

  /**
   * Loads the messages around a time, unless the page holds them.
   * @param {RoomState} state
   * @param {string} time in the server's form
   * @returns {Promise<Message | undefined>} the first message at or after the time, or else the newest; undefined in an
   *   empty room
   * @throws {Problem} what is shown stays as it is
   */
  async at(state, time) {
    await this.#settled(state);
    const { timeline } = state;
    if (!holds(timeline, time) && !(await this.#show(state, { at: time }))) {
      const code = state.failure ?? 'unavailable';
      state.mend();
      throw new Problem({ code });
    }
    return timeline.messages.find(({ createdAt }) => createdAt >= time) ?? timeline.messages.at(-1);
  }

  /**
   * Loads the first unread message of a room, unless the page holds it.
   * @param {RoomState} state
   * @returns {Promise<Message | undefined>} undefined if there is none, or loading it has failed
   */
  async firstUnread(state) {
    await this.#settled(state);
    const { timeline, unreadAfter } = state;
    const held = timeline.loaded && timeline.first <= unreadAfter + 1 && (!timeline.hasAfter || timeline.last > unreadAfter);
    if (!held) await this.#show(state, { around: unreadAfter + 1 });
    return timeline.messages.find((message) => message.seq > unreadAfter && state.counts(message));
  }

  /** @param {RoomState} state */
  older(state) {
    const { timeline } = state;
    if (!timeline.hasBefore || !timeline.first) return Promise.resolve(false);
    return this.#fetch(state, { before: timeline.first }, (page) => {
      timeline.prepend(page);
      timeline.trim('end');
    });
  }

  /** @param {RoomState} state */
  newer(state) {
    const { timeline } = state;
    if (!timeline.hasAfter) return Promise.resolve(false);
    return this.#fetch(state, { after: timeline.last }, (page) => {
      timeline.append(page);
      timeline.trim('start');
    });
  }

  /**
   * Waits for the fetches of a room. The page that one of them brings may begin the next at once.
   * @param {RoomState} state
   */
  async #settled({ id }) {
    while (this.#fetching.has(id)) await this.#fetching.get(id);
  }

  /**
   * @param {RoomState} state
   * @param {Record<string, number | string>} where
   */
  #show(state, where) {
    return this.#fetch(state, where, (page) => state.timeline.show(page));
  }

  /**
   * @param {RoomState} state
   * @param {Record<string, number | string>} where
   * @param {(page: Page) => void} take
   */
  #fetch(state, where, take) {
    const under = this.#fetching.get(state.id);
    if (under) return under;
    const fetching = this.#ask(state, where, take);
    this.#fetching.set(state.id, fetching);
    return fetching;
  }

  /**
   * @param {RoomState} state
   * @param {Record<string, number | string>} where
   * @param {(page: Page) => void} take
   */
  async #ask(state, where, take) {
    state.timeline.expectPage();
    state.failure = null;
    try {
      const page = await this.chat.session.call('GET', `${state.path}/messages`, { query: { ...where, limit: SCREENFUL } });
      this.#fetching.delete(state.id);
      take(page);
      state.heard(page.messages, Date.now());
      return true;
    } catch (error) {
      this.#fetching.delete(state.id);
      state.timeline.giveUpPage();
      state.failure = problemOf(error).code;
      state.changed();
      return false;
    }
  }
}

/**
 * Whether the page holds the first message that was sent at this time or later. The server's times sort as texts.
 * @param {Timeline} timeline
 * @param {string} time
 */
function holds({ loaded, hasBefore, hasAfter, messages }, time) {
  if (!loaded || !messages.length) return false;
  const [first] = messages;
  const last = messages[messages.length - 1];
  return (!hasBefore || first.createdAt < time) && (!hasAfter || last.createdAt >= time);
}

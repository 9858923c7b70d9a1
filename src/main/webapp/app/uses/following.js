/** @import {Frame, Room} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { problemOf } from '../lib/problem.js';

/** So many rooms are joined at once after connecting; the rest follow as these answer. */
const AT_ONCE = 4;
const PAUSE_MS = 2000;
/** News of one's rooms come in bursts; the list is asked for once after each. */
const SETTLE_MS = 200;

/** What others did with one's membership, or one did oneself elsewhere. */
const LISTED = new Set(['added', 'joined', 'left', 'kicked', 'banned', 'room']);
const OUT = new Set(['left', 'kicked', 'banned']);
const LEAVING = new Set(['kicked', 'banned', 'room_deleted']);
const SHUT = new Set(['not_found', 'banned', 'not_member', 'wrong_room_password']);

/** Keeps the feeds of all joined rooms going, each from the number up to which this page has everything. */
export class Following {
  /** Whether rooms that one is in are still to be asked for or to be followed. */
  behind = true;
  /** @type {Promise<void>} */
  #listing = Promise.resolve();
  /** The list that is asked for when the one under way is here. @type {Promise<void> | null} */
  #next = null;
  /** What has become of rooms since the list was asked for, by their ids: that one came, or went. @type {Map<string, 'came' | 'went'>} */
  #since = new Map();
  /** How often the connection has come up. */
  #times = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Asks the server which rooms one has joined, wherever that was done; one after the other, so that the last one counts. */
  list() {
    this.#next ??= this.#listing.catch(() => undefined).then(() => {
      this.#next = null;
      return (this.#listing = this.#list());
    });
    return this.#next;
  }

  async #list() {
    /** @type {Room[]} */
    const rooms = [];
    this.#since.clear();
    for (let cursor = null, more = true; more; more = cursor !== null) {
      const page = await this.chat.session.call('GET', 'rooms', { query: { filter: 'joined', limit: 200, cursor } });
      rooms.push(...page.rooms);
      cursor = page.next;
    }
    const came = this.chat.rooms.all.map(({ room }) => room).filter(({ id }) => this.#since.get(id) === 'came' && !rooms.some((one) => one.id === id));
    const joined = [...rooms.filter(({ id }) => this.#since.get(id) !== 'went'), ...came];
    for (const { id } of joined) this.chat.gone.delete(id);
    this.chat.rooms.reset(joined);
  }

  async refresh() {
    await this.list();
    await this.#joinAll();
  }

  /** @param {Frame} frame a notification of one's own feed */
  notified(frame) {
    const { kind, update, id } = frame;
    if (OUT.has(kind)) this.#since.set(id, 'went');
    if (LEAVING.has(kind)) this.#gone({ ...frame, type: kind });
    // What is followed tells of its changes by itself; only what has gone or is new to the page changes the list.
    if (!LISTED.has(kind) || (update && this.chat.rooms.find(update.id))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh().catch(() => undefined), SETTLE_MS);
  }

  /** A connection has come up: nothing listens yet. One's own feed has the list asked for again when it is up, too. */
  async opened() {
    const time = (this.#times += 1);
    this.behind = true;
    for (const state of this.chat.rooms.all) state.listening = false;
    if (!(await this.#listed(time))) return;
    await this.#joinAll();
    this.behind = time !== this.#times;
    this.chat.changed();
  }

  /**
   * Who was put out meanwhile, or left elsewhere, must not be brought back: to join is to become a member. So nothing is
   * followed that the server's list does not have.
   * @param {number} time
   * @returns {Promise<boolean>} false if the connection went first
   */
  async #listed(time) {
    while (this.chat.connection.phase === 'open' && time === this.#times) {
      try {
        await this.list();
        return true;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
    return false;
  }

  /** @param {Room} room one has just become a member of */
  async joined(room) {
    const state = this.chat.rooms.add(room);
    this.chat.gone.delete(room.id);
    this.#since.set(room.id, 'came');
    this.chat.tabs.tell({ kind: 'rooms' });
    await this.#join(state);
    return state;
  }

  /** @param {Frame} frame */
  frame(frame) {
    if (LEAVING.has(frame.type)) this.#gone(frame);
    else this.chat.took(this.chat.rooms, this.chat.rooms.find(frame.room), frame);
  }

  async #joinAll() {
    const waiting = this.chat.rooms.all.filter((state) => !state.listening).sort((a, b) => Number(b.open) - Number(a.open));
    const worker = async () => {
      for (let state = waiting.shift(); state; state = waiting.shift()) await this.#join(state);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (this.chat.rooms.all.every((state) => state.listening)) this.chat.changed();
  }

  /** @param {RoomState} state */
  async #join(state) {
    if (state.listening || this.chat.rooms.find(state.id) !== state) return;
    try {
      state.listening = state.catchingUp = true;
      await this.chat.connection.request({ type: 'join_room', room: state.id, since: state.numbers.upTo });
    } catch (error) {
      state.listening = false;
      const { code, retryAfter } = problemOf(error);
      if (SHUT.has(code)) this.chat.rooms.remove(state.id);
      else if (this.chat.connection.phase === 'open') await this.#joinLater(state, retryAfter);
    }
  }

  /**
   * @param {RoomState} state
   * @param {number} [seconds]
   */
  async #joinLater(state, seconds) {
    await new Promise((resolve) => setTimeout(resolve, seconds ? seconds * 1000 : PAUSE_MS));
    if (this.chat.connection.phase === 'open' && !state.listening) await this.#join(state);
  }

  /** @param {Frame} frame */
  #gone(frame) {
    const state = this.chat.rooms.find(frame.room);
    // A room that was just being joined may have been refused before one is told why.
    const id = state?.id ?? frame.id;
    if (!id) return;
    this.#since.set(id, 'went');
    this.chat.gone.set(id, { frame, name: state?.room.name ?? String(frame.room) });
    if (state) this.chat.rooms.remove(id);
    else this.chat.changed();
  }
}

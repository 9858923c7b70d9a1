/** @import {Frame, Room} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { problemOf } from '../lib/problem.js';
import { isGroup, namesIn } from '../models/groups.js';

/** How many rooms are joined at once after connecting. The rest follow after their answers. */
const AT_ONCE = 4;
const PAUSE_MS = 2000;
/** Notifications about rooms come in bursts. The page loads the list once after each burst. */
const SETTLE_MS = 200;

/** Changes of the user's memberships, by others or by the user on another device. */
const LISTED = new Set(['added', 'joined', 'left', 'kicked', 'banned', 'room']);
const OUT = new Set(['left', 'kicked', 'banned']);
const LEAVING = new Set(['kicked', 'banned', 'room_deleted']);
const SHUT = new Set(['not_found', 'banned', 'not_member', 'wrong_room_password']);

/** Follows all joined rooms, each from the last number up to which this page has everything. */
export class Following {
  /** Whether the list of rooms is not loaded yet, or some rooms are not followed yet. */
  behind = true;
  /** @type {Promise<void>} */
  #listing = Promise.resolve();
  /** The request for the list that begins after the current one. @type {Promise<void> | null} */
  #next = null;
  /** Rooms that the user joined or left since the list was requested, by id. @type {Map<string, 'came' | 'went'>} */
  #since = new Map();
  /** How often the connection was opened. */
  #times = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** Loads the list of joined rooms. Requests run one after the other, so that the last answer wins. */
  list() {
    this.#next ??= this.#listing.catch(() => undefined).then(() => {
      this.#next = null;
      return (this.#listing = this.#list());
    });
    return this.#next;
  }

  async #list() {
    this.#since.clear();
    const [named, groups] = await Promise.all([this.#pages('rooms', { filter: 'joined' }, 'rooms'), this.#pages('direct', { kind: 'private' }, 'conversations')]);
    const rooms = [...groups, ...named];
    const came = this.chat.rooms.all.map(({ room }) => room).filter(({ id }) => this.#since.get(id) === 'came' && !rooms.some((one) => one.id === id));
    const joined = [...rooms.filter(({ id }) => this.#since.get(id) !== 'went'), ...came];
    for (const { id } of joined) this.chat.gone.delete(id);
    this.chat.rooms.reset(joined);
  }

  /**
   * @param {string} path
   * @param {Record<string, string>} query
   * @param {string} field of a page, with its rooms
   */
  async #pages(path, query, field) {
    /** @type {Room[]} */
    const rooms = [];
    for (let cursor = null, more = true; more; more = cursor !== null) {
      const page = await this.chat.session.call('GET', path, { query: { ...query, limit: 200, cursor } });
      rooms.push(...page[field]);
      cursor = page.next;
    }
    return rooms;
  }

  async refresh() {
    await this.list();
    await this.#joinAll();
  }

  /** @param {Frame} frame a notification from the user's own feed */
  notified(frame) {
    const { kind, update, id } = frame;
    if (update?.kind === 'direct') return this.#forsaken(update);
    if (OUT.has(kind)) this.#since.set(id, 'went');
    if (LEAVING.has(kind)) this.#gone({ ...frame, type: kind });
    // A followed room tells its own changes, but who is in it. Only rooms that are gone or new change the list.
    const known = update && this.chat.rooms.find(update.id);
    if (known && update.people) known.update({ people: update.people, memberCount: update.memberCount });
    if (!LISTED.has(kind) || known) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh().catch(() => undefined), SETTLE_MS);
  }

  /** @param {Room} update of a conversation whose other user has deleted their account */
  #forsaken(update) {
    const former = this.chat.conversations.forsaken(update);
    if (former) for (const { timeline } of this.chat.all) timeline.nameless(former);
  }

  /** The connection is open; no room is followed yet. The user's own feed loads the list again when it opens. */
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
   * The page follows only rooms in the server's list. Joining a feed makes the user a member, so it could bring back a
   * user who was removed, or who left on another device.
   * @param {number} time
   * @returns {Promise<boolean>} false if the connection broke before the list came
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

  /** @param {Room} room that the user has just joined */
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
    // The join of this room may have failed before this frame gives the reason.
    const id = state?.id ?? frame.id;
    if (!id) return;
    this.#since.set(id, 'went');
    this.chat.gone.set(id, { frame, name: state ? nameOf(state) : String(frame.room) });
    if (state) this.chat.rooms.remove(id);
    else this.chat.changed();
  }
}

/** @param {RoomState} state */
const nameOf = ({ room, me }) => (isGroup(room) ? namesIn(room, me) : room.name);

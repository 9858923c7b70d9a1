/** @import {Frame, Room} from './wire.js' */
import { Observable } from './observable.js';
import { RoomState } from './room-state.js';

/** The rooms one is a member of, by their lasting ids. Frames name a room by its present name. */
export class Rooms extends Observable {
  /** @type {Map<string, RoomState>} */
  #byId = new Map();
  /** Whether the server's list has come. */
  loaded = false;

  /** @param {string} me the username of who is signed in */
  constructor(me) {
    super();
    this.me = me;
  }

  /** @param {Room[]} rooms the server's list of joined rooms; returns those that have left it */
  reset(rooms) {
    const ids = new Set(rooms.map((room) => room.id));
    const gone = [...this.#byId.values()].filter((state) => !ids.has(state.id));
    for (const state of gone) this.#byId.delete(state.id);
    for (const room of rooms) this.add(room);
    this.loaded = true;
    this.changed();
    return gone;
  }

  /** @param {Room} room */
  add(room) {
    const known = this.#byId.get(room.id);
    if (known) known.refresh(room);
    else {
      const state = new RoomState(room, this.me);
      state.watch(() => this.changed());
      this.#byId.set(room.id, state);
      this.changed();
    }
    return /** @type {RoomState} */ (this.#byId.get(room.id));
  }

  /** @param {string} id */
  remove(id) {
    if (this.#byId.delete(id)) this.changed();
  }

  /** @param {string | undefined} nameOrId */
  find(nameOrId) {
    if (nameOrId === undefined) return undefined;
    const wanted = nameOrId.normalize('NFKC').toLowerCase();
    return (
      this.#byId.get(nameOrId) ?? this.all.find((state) => state.room.name.toLowerCase() === wanted)
    );
  }

  get all() {
    return [...this.#byId.values()];
  }

  get unread() {
    return this.all.reduce((sum, state) => sum + state.unread, 0);
  }

  /**
   * The list as it is shown: `main` first, then by name, the archived last. It does not follow activity, because what
   * one aims at must not move.
   * @param {string} query
   * @param {Intl.Collator} collator
   */
  listed(query, collator) {
    const wanted = query.trim().toLowerCase();
    return this.all
      .filter((state) => state.room.name.toLowerCase().includes(wanted))
      .sort((one, other) => rank(one) - rank(other) || collator.compare(one.room.name, other.room.name));
  }

  /**
   * @param {string | undefined} from the id of the room one is in
   * @param {1 | -1} step
   * @param {boolean} unreadOnly
   * @param {Intl.Collator} collator
   * @returns {RoomState | undefined} the neighbour in the list, round its ends
   */
  neighbour(from, step, unreadOnly, collator) {
    const list = this.listed('', collator);
    const at = list.findIndex((state) => state.id === from);
    const order = list.map((_, i) => list[(at + step * (i + 1) + 2 * list.length) % list.length]);
    return order.find((state) => state.id !== from && (!unreadOnly || state.unread > 0));
  }

  /**
   * @param {Frame} frame
   * @param {number} now milliseconds
   */
  apply(frame, now) {
    const state = this.find(frame.update?.id ?? frame.id ?? frame.room) ?? this.find(frame.room);
    if (!state) return;
    const act = actions[frame.type];
    if (act) act(state, frame, now);
    else if (typeof frame.seq === 'number' && frame.type !== 'error') state.number(frame);
  }
}

/** @param {RoomState} state */
function rank({ room }) {
  if (room.archived) return 2;
  return room.name === 'main' ? 0 : 1;
}

/** @type {Record<string, (state: RoomState, frame: Frame, now: number) => void>} */
const actions = {
  room_joined(state, frame) {
    state.online = new Set(frame.online);
    state.catchingUp = true;
    if (state.room.membership && frame.role) state.room.membership.role = frame.role;
    state.update({ onlineCount: frame.onlineCount, name: frame.id === state.id && frame.room ? frame.room : state.room.name });
  },
  caught_up(state, frame) {
    state.numbers.reach(frame.seq ?? 0);
    state.catchingUp = false;
    state.changed();
  },
  gap(state, frame) {
    state.gap(frame);
  },
  user_joined(state, frame) {
    for (const username of frame.usernames ?? []) state.online.add(username);
    state.update({ onlineCount: frame.onlineCount });
  },
  user_left(state, frame) {
    for (const username of frame.usernames ?? []) state.online.delete(username);
    state.update({ onlineCount: frame.onlineCount });
  },
  user_typing(state, frame, now) {
    if (frame.username !== state.me) state.typing.start(frame.username, now);
  },
  user_stopped_typing(state, frame) {
    state.typing.stop(frame.username);
  },
  receipt(state, frame) {
    if (frame.username === state.me) state.read(frame.readSeq);
  },
  room_updated(state, frame) {
    const { membership: _, ...update } = frame.update;
    state.update(update);
  },
  muted(state, frame) {
    const membership = state.room.membership;
    if (membership) state.update({ membership: { ...membership, muted: true, mutedUntil: frame.until ?? null } });
  },
};

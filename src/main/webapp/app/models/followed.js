/** @import {Frame, Room} from './wire.js' */
import { Observable } from './observable.js';
import { RoomState } from './room-state.js';

/** The rooms or conversations that the user follows, by id. A subclass says how frames and people name them. */
export class Followed extends Observable {
  /** @type {Map<string, RoomState>} */
  byId = new Map();
  /** Whether the server's list has loaded. */
  loaded = false;

  /** @param {string} me the username of the signed-in user */
  constructor(me) {
    super();
    this.me = me;
  }

  /** @param {Room} room */
  add(room) {
    const fresh = new RoomState(room, this.me);
    const known = this.byId.get(fresh.id);
    if (known) known.refresh(room);
    else {
      fresh.watch(() => this.changed());
      this.byId.set(fresh.id, fresh);
      this.changed();
    }
    return known ?? fresh;
  }

  /** @param {string} id */
  remove(id) {
    if (this.byId.delete(id)) this.changed();
  }

  get all() {
    return [...this.byId.values()];
  }

  /**
   * @param {RoomState | undefined} state
   * @param {Frame} frame
   * @param {number} now milliseconds
   * @returns {boolean} whether the page must ask the server for what the frame does not say
   */
  bring(state, frame, now) {
    if (!state) return false;
    const act = actions[frame.type];
    if (act) return act(state, frame, now) === true;
    return typeof frame.seq === 'number' && frame.type !== 'error' ? state.number(frame, now) : false;
  }
}

/**
 * @param {RoomState[]} list
 * @param {string | undefined} from the id of the open one
 * @param {1 | -1} step
 * @param {boolean} unreadOnly
 * @returns {RoomState | undefined} the neighbour in the list; the list wraps around
 */
export function neighbour(list, from, step, unreadOnly) {
  return others(list, from, step).find((state) => !unreadOnly || state.unread > 0);
}

/**
 * @param {RoomState[]} list
 * @param {string | undefined} from the id of the open one
 * @returns {RoomState | undefined} the next with something unread, those with mentions first. The open one comes last,
 *   and not at all while the user keeps it unread.
 */
export function nextUnread(list, from) {
  const order = others(list, from, 1);
  const open = list.find((state) => state.id === from);
  return order.find((state) => state.room.membership?.mentions) ?? order.find((state) => state.unread > 0) ?? (open?.unread && !open.keptUnread ? open : undefined);
}

/**
 * @param {RoomState[]} list
 * @param {string | undefined} from the id of the open one
 * @param {1 | -1} step
 * @returns {RoomState[]} all but the open one, in the order in which they follow it; the list wraps around
 */
function others(list, from, step) {
  const at = list.findIndex((state) => state.id === from);
  const order = list.map((_, i) => list[(at + step * (i + 1) + 2 * list.length) % list.length]);
  return order.filter((state) => state.id !== from);
}

/** @type {Record<string, (state: RoomState, frame: Frame, now: number) => unknown>} */
const actions = {
  room_joined(state, frame) {
    state.online = new Set(frame.online);
    state.catchingUp = true;
    if (state.room.membership && frame.role) state.room.membership.role = frame.role;
    // A room without a name is called by its id.
    state.update({ onlineCount: frame.onlineCount, ...(frame.id === state.id && frame.room && frame.room !== frame.id && { name: frame.room }) });
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
    return state.receipt(/** @type {any} */ (frame));
  },
  room_updated(state, frame) {
    // Both are left out: the feed itself brings the messages.
    const { membership: _, lastMessage: __, ...update } = frame.update;
    state.update(update);
  },
  muted(state, frame) {
    const membership = state.room.membership;
    state.mutedFor = frame.reason ?? '';
    if (membership) state.update({ membership: { ...membership, muted: true, mutedUntil: frame.until ?? null } });
  },
};

/** @import {Frame, Room, User} from './wire.js' */
/** @import {RoomState} from './room-state.js' */
import { Followed } from './followed.js';
import { isGroup } from './groups.js';

/** The rooms of which the user is a member, by their fixed ids. Frames name a room by its current name. */
export class Rooms extends Followed {
  /** @param {Room[]} rooms the server's list of joined rooms; returns the rooms that are no longer in it */
  reset(rooms) {
    const ids = new Set(rooms.map((room) => room.id));
    const gone = this.all.filter((state) => !ids.has(state.id));
    for (const state of gone) this.byId.delete(state.id);
    for (const room of rooms) this.add(room);
    this.loaded = true;
    this.changed();
    return gone;
  }

  /** @param {string | undefined} nameOrId */
  find(nameOrId) {
    if (nameOrId === undefined) return undefined;
    const wanted = nameOrId.normalize('NFKC').toLowerCase();
    return this.byId.get(nameOrId) ?? this.all.find((state) => state.room.name?.toLowerCase() === wanted);
  }

  /**
   * The rooms with a name, in the order of the list: `main` first, then by name, archived rooms last. New messages do not change the order, so that a
   * room does not move while the user points at it.
   * @param {string} query
   * @param {Intl.Collator} collator
   */
  listed(query, collator) {
    const wanted = query.trim().toLowerCase();
    return this.all
      .filter(({ room }) => !isGroup(room) && room.name.toLowerCase().includes(wanted))
      .sort((one, other) => rank(one) - rank(other) || collator.compare(one.room.name, other.room.name));
  }

  /** @returns {RoomState[]} the rooms without a name, which are listed with the conversations */
  get groups() {
    return this.all.filter(({ room }) => isGroup(room));
  }

  /** @param {Pick<User, 'username'> & Partial<User>} news of a user, perhaps a member of some rooms */
  present(news) {
    const { username } = news;
    for (const state of this.all) {
      const person = state.room.people?.find((user) => user.username === username);
      if (person) Object.assign(person, news);
      const member = state.members?.list.find(({ user }) => user.username === username);
      if (member) Object.assign(member.user, news);
      if (member && state.open) state.changed();
    }
  }

  /**
   * @param {Frame} frame
   * @param {number} now milliseconds
   */
  apply(frame, now) {
    return this.bring(this.find(frame.update?.id ?? frame.id ?? frame.room) ?? this.find(frame.room), frame, now);
  }
}

/** @param {RoomState} state */
function rank({ room }) {
  if (room.archived) return 2;
  return room.name === 'main' ? 0 : 1;
}

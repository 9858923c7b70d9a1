/** @import {MemberPage, Role, Room} from '../models/wire.js' */
/** @import {RoomState} from '../models/room-state.js' */
/** @import {Chat} from '../chat.js' */
import { heedPicture } from '../models/faces.js';

/** Finding, creating, joining, changing and leaving rooms, and their members. */
export class Entering {
  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** @param {string} method @param {string} path @param {object} [options] @returns {Promise<any>} */
  #call(method, path, options) {
    return this.chat.session.call(method, path, options);
  }

  /**
   * @param {{query: string, sort: string, cursor?: string | null}} wanted
   * @returns {Promise<{rooms: Room[], next: string | null}>}
   */
  browse(wanted) {
    return this.#call('GET', 'rooms', { query: { ...wanted, filter: 'all' } });
  }

  /** @param {string} room name or id @returns {Promise<Room>} */
  look(room) {
    return this.#call('GET', `rooms/${encodeURIComponent(room)}`);
  }

  /** @param {{name: string, topic: string, visibility: string, password?: string}} room */
  async create(room) {
    return this.chat.following.joined(await this.#call('POST', 'rooms', { body: room }));
  }

  /**
   * @param {string[]} usernames of two or more others
   * @returns {Promise<RoomState>} the room without a name that these people share; it is made if there is none
   */
  async gather(usernames) {
    return this.chat.following.joined(await this.#call('POST', 'rooms', { body: { visibility: 'private', members: usernames } }));
  }

  /** @param {Room} room @returns {boolean} whether the user must give the password; an administrator need not */
  asksPassword(room) {
    return room.hasPassword && this.chat.me.role !== 'admin';
  }

  /**
   * @param {Room} room
   * @param {string} [password]
   */
  async join(room, password) {
    // Nobody can join a private room alone. An administrator adds themselves as a member, and the room sees it.
    const closed = room.kind === 'private' || room.hasPassword;
    if (closed && this.chat.me.role === 'admin') await this.add(room.id, this.chat.me.username);
    else await this.#call('POST', `rooms/${room.id}/members`, { body: password ? { password } : {} });
    return this.chat.following.joined(await this.look(room.id));
  }

  /** @param {string} room id */
  async leave(room) {
    await this.#call('DELETE', `rooms/${room}/members/me`);
    this.#left(room);
  }

  /** @param {string} room id */
  async remove(room) {
    await this.#call('DELETE', `rooms/${room}`);
    this.#left(room);
  }

  /**
   * @param {string} room id
   * @param {object} change
   */
  async change(room, change) {
    const changed = await this.#call('PATCH', `rooms/${room}`, { body: change });
    this.chat.rooms.find(room)?.refresh(changed);
  }

  /**
   * @param {RoomState} state
   * @param {string | null} [cursor]
   * @returns {Promise<MemberPage>}
   */
  async members(state, cursor) {
    const page = await this.#call('GET', `${state.path}/members`, { query: { limit: 200, cursor } });
    for (const { user } of page.members) heedPicture(user);
    return page;
  }

  /**
   * @param {string} room id
   * @param {string} username
   */
  add(room, username) {
    return this.#call('POST', `rooms/${room}/members`, { body: { username } });
  }

  /**
   * @param {string} room id
   * @param {string} username
   * @param {Role} role
   */
  appoint(room, username, role) {
    return this.#call('PATCH', `rooms/${room}/members/${encodeURIComponent(username)}`, { body: { role } });
  }

  /** @param {string} room id */
  #left(room) {
    this.chat.connection.send({ type: 'leave_room', room });
    this.chat.rooms.remove(room);
    this.chat.tabs.tell({ kind: 'rooms' });
  }
}

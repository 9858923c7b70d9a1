/** @import {RoomState} from '../models/room-state.js' */
/** @import {Frame, User} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { heedPicture, learnPicture } from '../models/faces.js';
import { met } from '../models/met.js';

const FOUND = 20;

/** Other people: finding them, reading their profiles and blocking them. */
export class People {
  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** @param {string} method @param {string} path @param {object} [options] @returns {Promise<any>} */
  #call(method, path, options) {
    return this.chat.session.call(method, path, options);
  }

  /** @param {Frame} frame perhaps one about a person whose profile has changed */
  frame(frame) {
    heedPicture(frame.message?.sender);
    if (frame.type !== 'user_updated') return;
    const { all, conversations, me, rooms, session } = this.chat;
    const { user } = frame;
    learnPicture(user);
    if (user.username === me.username && session.user) session.update(user);
    for (const kept of [conversations, rooms]) kept.present(user);
    rooms.changed();
    // Every message of the person shows the picture.
    for (const state of all) if (state.open) state.changed();
  }

  /**
   * @param {string} username
   * @param {RoomState} [first] where it looks first
   * @returns {string | null} the address of the person's picture, from wherever this page has met them
   */
  pictureOf(username, first) {
    for (const state of [...(first ? [first] : []), ...this.chat.all]) {
      const person = met(state, username);
      if (person) return person.avatarUrl;
    }
    return null;
  }

  /** @param {string} query @returns {Promise<User[]>} */
  async find(query) {
    return (await this.#call('GET', 'users', { query: { query, limit: FOUND } })).users;
  }

  /** @param {string} username @returns {Promise<User>} */
  async look(username) {
    const user = await this.#call('GET', `users/${encodeURIComponent(username)}`);
    heedPicture(user);
    return user;
  }

  /** @returns {Promise<User[]>} the users that this user has blocked */
  async blocked() {
    return (await this.#call('GET', 'blocks', { query: { limit: 200 } })).users;
  }

  /**
   * @param {string} username
   * @param {boolean} blocked true to stop their private messages, false to allow them
   */
  block(username, blocked) {
    return this.#call(blocked ? 'PUT' : 'DELETE', `blocks/${encodeURIComponent(username)}`);
  }
}

/** @import {User} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */

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

  /** @param {string} query @returns {Promise<User[]>} */
  async find(query) {
    return (await this.#call('GET', 'users', { query: { query, limit: FOUND } })).users;
  }

  /** @param {string} username @returns {Promise<User>} */
  look(username) {
    return this.#call('GET', `users/${encodeURIComponent(username)}`);
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

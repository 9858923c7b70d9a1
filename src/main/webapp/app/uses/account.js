/** @import {SessionInfo, User} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { learnPicture } from '../models/faces.js';

/** The user's own account: profile, password, sessions. */
export class Account {
  /** @param {Chat} chat */
  constructor(chat) {
    this.chat = chat;
  }

  /** @param {{displayName: string, bio: string}} profile */
  async describe(profile) {
    this.chat.session.update(await this.chat.session.call('PATCH', 'users/me', { body: profile }));
  }

  /** @param {Blob} picture */
  async show(picture) {
    this.#look(await this.chat.session.call('PUT', 'users/me/avatar', { body: picture }));
  }

  async showNoPicture() {
    await this.chat.session.call('DELETE', 'users/me/avatar');
    this.#look({ ...this.chat.me, avatarUrl: null });
  }

  /** @param {User} user with another picture */
  #look(user) {
    learnPicture(user);
    this.chat.session.update(user);
  }

  /**
   * @param {string} current
   * @param {string} password
   */
  changePassword(current, password) {
    return this.chat.session.call('PUT', 'auth/password', { body: { current, password } });
  }

  /** @returns {Promise<SessionInfo[]>} */
  async sessions() {
    return (await this.chat.session.call('GET', 'auth/sessions', { query: { limit: 200 } })).sessions;
  }

  /** @param {string} id */
  revoke(id) {
    return this.chat.session.call('DELETE', `auth/sessions/${encodeURIComponent(id)}`);
  }
}

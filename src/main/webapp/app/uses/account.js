/** @import {SessionInfo, User} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { Problem } from '../lib/problem.js';
import { learnPicture } from '../models/faces.js';

/** The last octets of a zip: the mark at the beginning of its end, and how long the end is. */
const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
const LENGTH_OF_END = 22;

/** The user's own account: profile, password, sessions, data. */
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

  /**
   * @returns {Promise<Blob>} all data of the user as a zip
   * @throws {Problem} also if the zip broke off: what is missing nobody would see
   */
  async download() {
    const zip = await this.chat.session.file('users/me/export');
    const end = new Uint8Array(await zip.slice(-LENGTH_OF_END).arrayBuffer());
    const whole = end.length === LENGTH_OF_END && END_OF_ZIP.every((octet, i) => end[i] === octet);
    if (!whole) throw new Problem({ code: 'unreachable', detail: 'the zip is not whole' });
    return zip;
  }

  /** @returns {Promise<{used: number, most: number | null}>} the octets of the user's files, and how many they may have */
  storage() {
    return this.chat.session.call('GET', 'users/me/storage');
  }

  /** @param {string} password */
  delete(password) {
    return this.chat.session.deleteAccount(password);
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

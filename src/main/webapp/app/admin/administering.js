/** @import {Account, AccountPage, AdminAuditPage, Figures, RoomPage, SessionInfo} from '../models/wire.js' */
/** @import {Chat} from '../chat.js' */
import { Observable } from '../models/observable.js';

/**
 * The data and actions of administrators. It tells its watchers when an account has changed.
 * @typedef {{query?: string, filter?: string, cursor?: string | null}} Wanted
 */
export class Administering extends Observable {
  /** The account that was changed last. @type {Account | null} */
  latest = null;

  /** @param {Chat} chat */
  constructor(chat) {
    super();
    this.chat = chat;
  }

  /**
   * @param {Wanted} wanted
   * @returns {Promise<AccountPage>}
   */
  accounts(wanted) {
    return this.chat.session.call('GET', 'admin/users', { query: wanted });
  }

  /**
   * @param {Wanted} wanted
   * @returns {Promise<RoomPage>}
   */
  rooms(wanted) {
    return this.chat.session.call('GET', 'admin/rooms', { query: wanted });
  }

  /**
   * @param {Wanted} wanted
   * @returns {Promise<AdminAuditPage>}
   */
  audit(wanted) {
    return this.chat.session.call('GET', 'admin/audit', { query: wanted });
  }

  /** @returns {Promise<Figures>} */
  figures() {
    return this.chat.session.call('GET', 'admin/figures');
  }

  /**
   * @param {string} username
   * @param {{disabled?: boolean, role?: 'user' | 'admin', password?: string}} change
   * @returns {Promise<Account>}
   */
  async change(username, change) {
    /** @type {Account} */
    const account = await this.chat.session.call('PATCH', pathOf(username), { body: change });
    this.latest = account;
    this.changed();
    return account;
  }

  /**
   * @param {string} username
   * @returns {Promise<SessionInfo[]>} the latest sessions
   */
  async sessions(username) {
    return (await this.chat.session.call('GET', `${pathOf(username)}/sessions`, { query: { limit: 200 } })).sessions;
  }

  /**
   * @param {string} username
   * @param {string} [id] of one session; without it all sessions end
   */
  endSessions(username, id) {
    return this.chat.session.call('DELETE', `${pathOf(username)}/sessions${id ? `/${encodeURIComponent(id)}` : ''}`);
  }
}

/** @param {string} username */
const pathOf = (username) => `admin/users/${encodeURIComponent(username)}`;

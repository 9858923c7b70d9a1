/** @import {User} from '../models/wire.js' */
import { Observable } from '../models/observable.js';
import { call, file, stream, upload } from './http.js';
import { OutboxStore } from './outbox-store.js';
import { scope } from './place.js';
import { preferences } from './preferences.js';
import { Problem, problemOf } from './problem.js';

/** An access token that expires within this time is renewed before use. */
const MARGIN_MS = 30_000;

/** After this time without an answer the page goes on as the user who was signed in here. */
const PATIENCE_MS = 4000;

/**
 * The session of the signed-in user. Only this object holds the access token. Scripts cannot read the refresh cookie.
 */
export class Session extends Observable {
  /** @type {User | null} */
  user = null;
  /** Why the last session ended, for the sign-in page. @type {'ended' | 'deleted' | 'disabled' | 'other_user' | null} */
  ending = null;
  /** Whether the server has confirmed the user since the page was opened. */
  confirmed = false;
  /** @type {string | null} */
  #token = null;
  #expiresAt = 0;
  /** @type {Promise<void> | null} */
  #renewing = null;
  /** Whether the account is being deleted. Its sockets may learn of the end before the answer is here. */
  #leaving = false;

  /** Continues the session of the cookie, if there is one. Without an answer the page trusts the user it remembers. */
  async resume() {
    if (!preferences.signedIn) return;
    const { known } = preferences;
    try {
      await (known ? Promise.race([this.#renew(), silence()]) : this.#renew());
    } catch (error) {
      if (problemOf(error).code === 'unauthenticated') this.end('ended');
      else if (known) this.update(known.user);
      else throw error;
    }
  }

  /** @param {{username: string, password: string}} credentials */
  async signIn(credentials) {
    this.#begin(await call('POST', 'auth/login', { body: credentials }));
  }

  /** @param {{username: string, password: string, displayName?: string}} account */
  async register(account) {
    this.#begin(await call('POST', 'auth/register', { body: account }));
  }

  /** Whether the server has no administrator yet. False if there is no answer. @returns {Promise<boolean>} */
  async needsSetUp() {
    return call('GET', 'setup').then(({ needed }) => needed === true, () => false);
  }

  /**
   * The room that an invitation leads to. This needs no session.
   * @param {string} code
   * @returns {Promise<{room: string | null, by: {username: string, displayName: string}}>}
   */
  invitation(code) {
    return call('GET', `invites/${encodeURIComponent(code)}`);
  }

  /**
   * Creates the account of the first administrator.
   * @param {{code: string, username: string, password: string, displayName?: string}} account
   */
  async setUp(account) {
    this.#begin(await call('POST', 'setup', { body: account }));
  }

  /**
   * Deletes drafts, unsent messages and what was used last, too: the next person at this browser could read them. It does so first, because
   * the sockets may learn of the end, and show the door, before the server's answer is here.
   */
  async signOut() {
    await forget(this.user?.username ?? '');
    await this.call('POST', 'auth/logout').catch(() => undefined);
    this.end(null);
  }

  /**
   * Deletes the account for good, and what this browser keeps of it.
   * @param {string} password
   */
  async deleteAccount(password) {
    const username = this.user?.username ?? '';
    this.#leaving = true;
    try {
      await this.call('POST', 'users/me/deletion', { body: { password } });
      await forget(username);
      this.end('deleted');
    } finally {
      this.#leaving = false;
    }
  }

  /** @param {'ended' | 'deleted' | 'disabled' | 'other_user' | null} ending */
  end(ending) {
    if (!this.user && !preferences.signedIn) return;
    preferences.signedIn = this.confirmed = false;
    preferences.known = null;
    this.user = null;
    this.#token = null;
    this.ending = this.#leaving ? 'deleted' : ending;
    this.changed();
  }

  /**
   * Calls the server with the access token of the signed-in user.
   * @param {string} method
   * @param {string} path
   * @param {{body?: unknown, query?: Record<string, unknown>, keepalive?: boolean}} [options]
   * @returns {Promise<any>}
   */
  call(method, path, options = {}) {
    return this.#allowed((token) => call(method, path, { ...options, token }));
  }

  /**
   * Opens a stream of events with the same token.
   * @param {string} path
   * @param {{query: Record<string, unknown>, signal: AbortSignal}} options
   */
  stream(path, options) {
    return this.#allowed((token) => stream(path, { ...options, token }));
  }

  /**
   * Sends a file with the same token.
   * @param {string} path
   * @param {Blob} file
   * @param {string} name
   * @param {{signal: AbortSignal, progress: (octets: number) => void, fields?: Record<string, string>}} options
   */
  upload(path, file, name, options) {
    return this.#allowed((token) => upload(path, file, name, { ...options, token }));
  }

  /**
   * Downloads a file with the same token.
   * @param {string} path
   */
  file(path) {
    return this.#allowed((token) => file(path, { token }));
  }

  /** @param {User} user as it is now */
  update(user) {
    this.user = user;
    this.changed();
  }

  /**
   * @template T
   * @param {(token: string | null) => Promise<T>} action
   * @returns {Promise<T>}
   */
  async #allowed(action) {
    const token = await this.#freshToken();
    try {
      return await action(token);
    } catch (error) {
      if (problemOf(error).code !== 'unauthenticated') throw error;
      if (this.#token === token) this.#token = null;
      return action(await this.#freshToken());
    }
  }

  async #freshToken() {
    if (!this.#token || Date.now() > this.#expiresAt - MARGIN_MS) await this.#renewOrEnd();
    return this.#token;
  }

  async #renewOrEnd() {
    try {
      await this.#renew();
    } catch (error) {
      if (problemOf(error).code === 'unauthenticated') this.end('ended');
      throw error;
    }
  }

  /** One renewal at a time, in all tabs: each use changes the refresh token. */
  #renew() {
    const renewing = () => call('POST', 'auth/refresh', { body: {} });
    this.#renewing ??= locked(`${scope}:refresh`, renewing)
      .then((session) => this.#begin(session))
      .finally(() => (this.#renewing = null));
    return this.#renewing;
  }

  /** @param {{user: User, accessToken: string, expiresIn: number}} session */
  #begin(session) {
    if (this.user && this.user.username !== session.user.username) {
      this.end('other_user');
      throw new Problem({ code: 'unauthenticated', detail: 'somebody else has signed in' });
    }
    preferences.signedIn = this.confirmed = true;
    this.ending = null;
    this.#token = session.accessToken;
    this.#expiresAt = Date.now() + session.expiresIn * 1000;
    this.update(session.user);
  }
}

/**
 * Drafts, unsent messages and what was used last.
 * @param {string} username
 */
async function forget(username) {
  preferences.forgetDrafts(username);
  preferences.forgetRecent(username);
  await new OutboxStore().forget(username).catch(() => undefined);
}

/** @returns {Promise<never>} */
const silence = () => new Promise((_, reject) => setTimeout(() => reject(new Problem({ code: 'unreachable' })), PATIENCE_MS));

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} action
 * @returns {Promise<T>} Web Locks exist only in secure contexts, so not on plain http in a local network
 */
function locked(name, action) {
  return navigator.locks ? /** @type {any} */ (navigator.locks.request(name, action)) : action();
}

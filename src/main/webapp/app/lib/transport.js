/** @import {Session} from './session.js' */
import { Observable } from '../models/observable.js';
import { EventFeed } from './event-feed.js';
import { EventSocket } from './event-socket.js';
import { root } from './place.js';

/** A WebSocket that so often brought nothing, although a ticket for it could be had, is not let through. */
const TRIES = 2;
const AGAIN_MS = 60_000;
/** How long one that is tried beside the events may take. */
const PATIENCE_MS = 10_000;
/** What a browser says of a socket that nobody has closed. */
const BROKEN = 1006;

/** How the page's lines reach the server: by WebSocket, or by Server-Sent Events as long as the network lets none through. */
export class Transport extends Observable {
  /** Whether no WebSocket is let through. */
  blocked = false;
  /** Whether the reader has yet to take note of that. */
  news = false;
  /** How often in a row each line was tried in vain. @type {Map<string, number>} */
  #tries = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {WebSocket | null} */
  #probe = null;

  /**
   * @param {Session} session
   * @param {{rooms: () => string[], returned: () => void}} page `returned` is called when WebSockets are let through again
   */
  constructor(session, page) {
    super();
    this.session = session;
    this.page = page;
    this.feed = new EventFeed(session, page.rooms);
  }

  /**
   * @param {string} path of a live endpoint
   * @returns {Promise<WebSocket | EventSocket>}
   * @throws {import('./problem.js').Problem} where the server gives no ticket
   */
  async open(path) {
    const url = this.blocked ? '' : await this.#address(path);
    const tries = this.#tries.get(path) ?? 0;
    if (tries >= TRIES) this.#block();
    if (this.blocked) return new EventSocket(this.feed, path.endsWith('private'));
    this.#tries.set(path, tries + 1);
    const socket = new WebSocket(url);
    const through = () => this.#tries.delete(path);
    socket.addEventListener('message', through, { once: true });
    // A close that has a code of its own was said by a server.
    socket.addEventListener('close', ({ code }) => code !== BROKEN && through(), { once: true });
    return socket;
  }

  /** Finds out whether a WebSocket is let through by now. */
  async retry() {
    clearTimeout(this.#timer);
    if (!this.blocked) return;
    this.#timer = setTimeout(() => this.retry(), AGAIN_MS);
    const url = await this.#address('live/private').catch(() => null);
    if (!url || !this.blocked) return;
    this.#probe?.close();
    const probe = (this.#probe = new WebSocket(url));
    const patience = setTimeout(() => probe.close(), PATIENCE_MS);
    probe.onmessage = () => {
      clearTimeout(patience);
      if (this.#probe === probe) this.#return();
    };
  }

  /** The reader has taken note. */
  understood() {
    this.news = false;
    this.changed();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#probe?.close();
    this.#probe = null;
  }

  #block() {
    if (this.blocked) return;
    this.blocked = this.news = true;
    this.#timer = setTimeout(() => this.retry(), AGAIN_MS);
    this.changed();
  }

  #return() {
    this.stop();
    this.blocked = this.news = false;
    this.#tries.clear();
    this.changed();
    this.page.returned();
  }

  /** @param {string} path */
  async #address(path) {
    const { ticket } = await this.session.call('POST', 'auth/live-ticket');
    const url = new URL(`${path}?ticket=${encodeURIComponent(ticket)}`, root);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return url.href;
  }
}

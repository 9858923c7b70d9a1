/** @import {Session} from './session.js' */
import { Observable } from '../models/observable.js';
import { EventFeed } from './event-feed.js';
import { EventSocket } from './event-socket.js';
import { root } from './place.js';

/** After this many tries that had a ticket but got no frame, WebSockets count as blocked. */
const TRIES = 2;
const AGAIN_MS = 60_000;
/** How long a test WebSocket may take to open while events are in use. */
const PATIENCE_MS = 10_000;
/** The browser's close code for a socket that broke without a close. */
const BROKEN = 1006;

/** How the page reaches the server: by WebSocket, or by Server-Sent Events while the network blocks WebSockets. */
export class Transport extends Observable {
  /** Whether WebSockets are blocked. */
  blocked = false;
  /** Whether the page must still tell the user about that. */
  news = false;
  /** How many tries in a row have failed, by path. @type {Map<string, number>} */
  #tries = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {WebSocket | null} */
  #probe = null;

  /**
   * @param {Session} session
   * @param {{rooms: () => string[], returned: () => void}} page `returned` is called when WebSockets work again
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
   * @throws {import('./problem.js').Problem} if the server gives no ticket
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
    // A close with another code comes from a server, so WebSockets work.
    socket.addEventListener('close', ({ code }) => code !== BROKEN && through(), { once: true });
    return socket;
  }

  /** Tests whether WebSockets work now. */
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

  /** The user has read the notice. */
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

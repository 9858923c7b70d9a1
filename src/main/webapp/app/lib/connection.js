/** @import {Frame} from '../models/wire.js' */
import { Backoff } from '../models/backoff.js';
import { Observable } from '../models/observable.js';
import { Heartbeat } from './heartbeat.js';
import { Problem, problemOf } from './problem.js';

/** How long an answer may take. After this the request fails, and the caller may repeat it. */
const ANSWER_MS = 15_000;

/** A connection open for this long resets the pauses between tries. A shorter one does not: this spares the server. */
const STEADY_MS = 10_000;

/** Close codes after which the page does not connect again. */
const SESSION_ENDED = 4401;
const ACCOUNT_DISABLED = 4403;

/**
 * One live socket. It is opened again after each break.
 *
 * @typedef {WebSocket | import('./event-socket.js').EventSocket} LiveSocket
 * @typedef {'idle' | 'connecting' | 'open' | 'waiting' | 'over'} Phase
 * @typedef {{resolve: (frame: Frame) => void, reject: (problem: Problem) => void, timer: ReturnType<typeof setTimeout>}} Request
 */
export class Connection extends Observable {
  /** @type {Phase} */
  phase = 'idle';
  /** When the next try begins, in milliseconds, while waiting. */
  retryAt = 0;
  /** Whether the socket was open at least once. The first connecting is not shown as a lost connection. */
  wasOpen = false;
  /** @type {LiveSocket | null} */
  #socket = null;
  /** @type {Map<string, Request>} */
  #requests = new Map();
  #lastRef = 0;
  #backoff = new Backoff();
  #openedAt = Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {{open: () => Promise<LiveSocket>, frame: (frame: Frame) => void, opened: () => void,
   *   ended: (ending: 'ended' | 'disabled') => void}} page `open` throws if a socket cannot be opened at all,
   *   for example after the end of the session
   */
  constructor(page) {
    super();
    this.page = page;
    this.heartbeat = new Heartbeat({ ping: () => this.send({ type: 'ping' }), dead: () => this.#lost(0) });
  }

  async start() {
    clearTimeout(this.#timer);
    this.#drop();
    this.#enter('connecting');
    try {
      const socket = await this.page.open();
      if (this.phase === 'connecting' && !this.#socket) this.#listen(socket);
      else socket.close();
    } catch (error) {
      if (problemOf(error).code === 'unauthenticated') this.#enter('over');
      else if (this.phase === 'connecting') this.#wait();
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#drop();
    this.#enter('idle');
  }

  /** Tries again now: the user has asked for it, or the network is back. */
  retryNow() {
    if (this.phase === 'waiting') this.start();
  }

  /** Checks soon whether the connection is alive: after sleep, or after a change of the network. */
  check() {
    if (this.phase === 'open') this.heartbeat.check();
    else this.retryNow();
  }

  /** @param {Frame} frame @returns {boolean} whether the frame was sent */
  send(frame) {
    if (this.phase !== 'open' || this.#socket?.readyState !== 1) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /**
   * @param {Frame} frame
   * @returns {Promise<Frame>} the answer
   * @throws {Problem} the server's refusal, or `unreachable` when none came
   */
  request(frame) {
    const ref = String((this.#lastRef += 1));
    return new Promise((resolve, reject) => {
      const unanswered = () => this.#settle(ref)?.reject(new Problem({ code: 'unreachable' }));
      this.#requests.set(ref, { resolve, reject, timer: setTimeout(unanswered, ANSWER_MS) });
      if (!this.send({ ...frame, ref })) unanswered();
    });
  }

  /** @param {LiveSocket} socket */
  #listen(socket) {
    this.#socket = socket;
    socket.onmessage = (/** @type {{data: string}} */ { data }) => this.#received(JSON.parse(data));
    socket.onclose = (/** @type {{code: number}} */ { code }) => this.#lost(code);
    this.heartbeat.start();
  }

  /** @param {Frame | Frame[]} data */
  #received(data) {
    this.heartbeat.heard();
    for (const frame of Array.isArray(data) ? data : [data]) this.#handle(frame);
  }

  /** @param {Frame} frame */
  #handle(frame) {
    if (frame.type === 'connection_established') {
      this.#openedAt = Date.now();
      this.wasOpen = true;
      this.#enter('open');
      this.page.opened();
    }
    const request = frame.ref ? this.#settle(frame.ref) : undefined;
    if (frame.type === 'error') request?.reject(new Problem(/** @type {any} */ (frame)));
    else {
      this.page.frame(frame);
      request?.resolve(frame);
    }
  }

  /** @param {number} code */
  #lost(code) {
    this.#drop();
    if (code === SESSION_ENDED || code === ACCOUNT_DISABLED) {
      this.#enter('over');
      this.page.ended(code === SESSION_ENDED ? 'ended' : 'disabled');
    } else this.#wait();
  }

  #wait() {
    if (Date.now() - this.#openedAt > STEADY_MS) this.#backoff.reset();
    this.#openedAt = Infinity;
    const pause = this.#backoff.next();
    this.retryAt = Date.now() + pause;
    this.#timer = setTimeout(() => this.start(), pause);
    this.#enter('waiting');
  }

  #drop() {
    this.heartbeat.stop();
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
    for (const ref of [...this.#requests.keys()]) this.#settle(ref)?.reject(new Problem({ code: 'unreachable' }));
  }

  /** @param {string} ref */
  #settle(ref) {
    const request = this.#requests.get(ref);
    this.#requests.delete(ref);
    clearTimeout(request?.timer);
    return request;
  }

  /** @param {Phase} phase */
  #enter(phase) {
    this.phase = phase;
    this.changed();
  }
}

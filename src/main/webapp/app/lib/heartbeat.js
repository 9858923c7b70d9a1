/** A browser does not say when a connection has silently died; only an answer that fails to come does. */
const QUIET_MS = 20_000;
const PATIENCE_MS = 8_000;
const CHECK_MS = 3_000;

export class Heartbeat {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {{ping: () => void, dead: () => void}} socket */
  constructor(socket) {
    this.socket = socket;
  }

  /** A socket is being opened; its first frame is due. */
  start() {
    this.#expect(PATIENCE_MS + CHECK_MS);
  }

  /** Something came, so it lives. */
  heard() {
    clearTimeout(this.#timer);
    const quiet = offline() ? CHECK_MS : QUIET_MS;
    this.#timer = setTimeout(() => this.#ask(offline() ? CHECK_MS : PATIENCE_MS), quiet);
  }

  check() {
    this.#ask(CHECK_MS);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** @param {number} patience */
  #ask(patience) {
    this.#expect(patience);
    this.socket.ping();
  }

  /** @param {number} patience */
  #expect(patience) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.socket.dead(), patience);
  }
}

/** The browser believes that there is no network. The last answer may have slipped through, so one asks more often. */
const offline = () => globalThis.navigator?.onLine === false;

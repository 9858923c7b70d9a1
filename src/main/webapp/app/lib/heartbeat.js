/** A browser does not report a connection that has died silently. Only a missing answer shows it. */
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

  /** A socket is opening. Its first frame must come soon. */
  start() {
    this.#expect(PATIENCE_MS + CHECK_MS);
  }

  /** A frame came, so the socket is alive. */
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

/** The browser reports no network. The last frame may be the last one, so the page checks more often. */
const offline = () => globalThis.navigator?.onLine === false;

import { scope } from './place.js';

/** The tabs of this page, and which one of them sends messages. */
export class Tabs {
  #channel = new BroadcastChannel(scope);
  #closed = new AbortController();
  #lock = '';
  #release = () => undefined;
  #waiting = new AbortController();
  /** Whether this tab sends for all tabs. */
  owner = false;

  /** @param {(message: {kind: string, [field: string]: unknown}) => void} listener */
  listen(listener) {
    this.#channel.onmessage = (event) => listener(event.data);
  }

  /** @param {{kind: string, [field: string]: unknown}} message for all other tabs */
  tell(message) {
    this.#channel.postMessage(message);
  }

  /**
   * Asks to send for all tabs. The tab in front takes over from a tab in the background, because the browser may put
   * that tab to sleep. If both send the same message, the server knows the repeat by its id.
   * @param {string} user
   * @param {() => void} gained
   */
  own(user, gained) {
    this.#lock = `${scope}:outbox:${user}`;
    if (!navigator.locks) {
      this.owner = true;
      gained();
      return;
    }
    const take = () => !this.owner && document.visibilityState === 'visible' && this.#take(gained);
    document.addEventListener('visibilitychange', take, { signal: this.#closed.signal });
    window.addEventListener('focus', take, { signal: this.#closed.signal });
    if (!take()) this.#queue(gained);
  }

  close() {
    this.owner = false;
    this.#closed.abort();
    this.#waiting.abort();
    this.#channel.close();
    this.#release();
  }

  /** @param {() => void} gained */
  #take(gained) {
    this.#waiting.abort();
    this.#request({ steal: true }, gained).catch(() => this.#queue(gained));
    return true;
  }

  /** @param {() => void} gained called when it is this tab's turn: the sending tab was closed */
  #queue(gained) {
    this.owner = false;
    if (this.#closed.signal.aborted) return;
    const { signal } = (this.#waiting = new AbortController());
    this.#request({ signal }, gained).catch(() => signal.aborted || this.#queue(gained));
  }

  /**
   * @param {LockOptions} options
   * @param {() => void} gained
   */
  #request(options, gained) {
    const held = () => {
      if (this.#closed.signal.aborted) return;
      this.owner = true;
      gained();
      return new Promise((resolve) => (this.#release = () => void resolve(undefined)));
    };
    return navigator.locks.request(this.#lock, options, held);
  }
}

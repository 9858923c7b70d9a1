import { scope } from './place.js';

/** The other tabs of the same page, and which of them may do what only one may. */
export class Tabs {
  #channel = new BroadcastChannel(scope);
  #closed = new AbortController();
  #lock = '';
  #release = () => undefined;
  #waiting = new AbortController();
  /** Whether this tab sends for all. */
  owner = false;

  /** @param {(message: {kind: string, [field: string]: unknown}) => void} listener */
  listen(listener) {
    this.#channel.onmessage = (event) => listener(event.data);
  }

  /** @param {{kind: string, [field: string]: unknown}} message to all but this one */
  tell(message) {
    this.#channel.postMessage(message);
  }

  /**
   * Asks to send for all tabs. The tab in front takes that over from one in the background, which the browser may have put
   * to sleep; should both have sent the same, the server knows the repeat by its id.
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

  /** @param {() => void} gained in its turn: when the tab that has it is closed */
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

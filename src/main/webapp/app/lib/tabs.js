import { scope } from './place.js';

/** The other tabs of the same page, and which of them may do what only one may. */
export class Tabs {
  #channel = new BroadcastChannel(scope);
  #closed = new AbortController();
  #lock = '';
  #release = () => undefined;
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
    this.#request({ steal: document.visibilityState === 'visible' }, gained);
    const take = () => !this.owner && document.visibilityState === 'visible' && this.#request({ steal: true }, gained);
    document.addEventListener('visibilitychange', take, { signal: this.#closed.signal });
    window.addEventListener('focus', take, { signal: this.#closed.signal });
  }

  close() {
    this.owner = false;
    this.#closed.abort();
    this.#channel.close();
    this.#release();
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
    navigator.locks.request(this.#lock, options, held).catch(() => {
      this.owner = false;
    });
  }
}

import { comeTo } from './window.js';

/** @typedef {{title: string, body: string, tag: string, address: string}} Notice plain text; a click opens `address` */

const ICON = 'app/images/parley-192.png';

/** Desktop notifications. The browser must support them, and the user must allow them. */
export class Notices {
  /** @type {Map<string, {close: () => void}>} */
  #shown = new Map();

  /** Browsers offer notifications only on https, or on localhost. */
  get possible() {
    return 'Notification' in globalThis && isSecureContext;
  }

  get allowed() {
    return this.possible && Notification.permission === 'granted';
  }

  get refused() {
    return this.possible && Notification.permission === 'denied';
  }

  /** Call this only after a click. Browsers may block a page that asks for permission without one. */
  async ask() {
    return this.possible && (await Notification.requestPermission()) === 'granted';
  }

  /** @param {Notice} notice replaces the last one with this tag */
  show({ title, body, tag, address }) {
    if (!this.allowed) return;
    const options = { body, tag, icon: ICON, silent: true, renotify: true, data: { address } };
    try {
      const shown = new Notification(title, options);
      shown.onclick = () => this.#clicked(tag, address);
      this.#shown.set(tag, shown);
    } catch {
      this.#shown.set(tag, shownByWorker(title, options));
    }
  }

  /** @param {(tag: string) => boolean} over whether the message was read, or the user may no longer read it */
  close(over) {
    for (const [tag, shown] of this.#shown) {
      if (!over(tag)) continue;
      this.#shown.delete(tag);
      shown.close();
    }
  }

  /**
   * @param {string} tag
   * @param {string} address
   */
  #clicked(tag, address) {
    comeTo(address);
    this.close((shown) => shown === tag);
  }
}

/**
 * Browsers on phones show notifications only for a service worker. The worker then handles the click.
 * @param {string} title
 * @param {NotificationOptions & {tag: string}} options
 */
function shownByWorker(title, options) {
  const worker = navigator.serviceWorker?.ready;
  worker?.then((ready) => ready.showNotification(title, options)).catch(() => undefined);
  return {
    async close() {
      for (const shown of (await (await worker)?.getNotifications({ tag: options.tag })) ?? []) shown.close();
    },
  };
}

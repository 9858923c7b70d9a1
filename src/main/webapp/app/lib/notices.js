import { comeTo } from './window.js';

/** @typedef {{title: string, body: string, tag: string, address: string}} Notice plain text, and where a click leads */

const ICON = 'app/images/parley-192.png';

/** Notifications of the desktop, as far as the browser has them and the reader has allowed them. */
export class Notices {
  /** @type {Map<string, {close: () => void}>} */
  #shown = new Map();

  /** Browsers have them only where the page came by https, or from this machine. */
  get possible() {
    return 'Notification' in globalThis && isSecureContext;
  }

  get allowed() {
    return this.possible && Notification.permission === 'granted';
  }

  get refused() {
    return this.possible && Notification.permission === 'denied';
  }

  /** Only ever after a click: browsers hold a question that nobody has called for against the page. */
  async ask() {
    return this.possible && (await Notification.requestPermission()) === 'granted';
  }

  /** @param {Notice} notice takes the place of the last one with this tag */
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

  /** @param {(tag: string) => boolean} over whether what it told of has been read, or is no longer the reader's to read */
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
 * Browsers of phones show notifications for a worker only, which then hears of the click.
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

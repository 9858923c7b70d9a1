import { root } from './place.js';
import { comeTo } from './window.js';

const WORKER = new URL('worker.js', root).href;

/** Trusted Types let nothing but this one address become a script. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('parley', {
  createScriptURL(/** @type {string} */ address) {
    if (address !== WORKER) throw new TypeError(`${address} is not the worker`);
    return address;
  },
});

let asked = false;

/** Has the browser keep the page itself, so that it opens without its server; once the page has nothing better to do. */
export function keepShell() {
  if (asked || !navigator.serviceWorker) return;
  asked = true;
  navigator.serviceWorker.addEventListener('message', ({ data }) => data.kind === 'come' && comeTo(data.address));
  (globalThis.requestIdleCallback ?? setTimeout)(register);
}

/** Where the browser refuses, the page needs its server to open, as any other. */
function register() {
  const address = policy ? policy.createScriptURL(WORKER) : WORKER;
  navigator.serviceWorker.register(address, { updateViaCache: 'none' }).catch(() => undefined);
}

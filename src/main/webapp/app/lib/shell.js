import { root } from './place.js';
import { comeTo } from './window.js';

const WORKER = new URL('worker.js', root).href;

/** Trusted Types: only this one address may become a script. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('parley', {
  createScriptURL(/** @type {string} */ address) {
    if (address !== WORKER) throw new TypeError(`${address} is not the worker`);
    return address;
  },
});

let asked = false;

/** Makes the browser keep the page's files, so that it opens without the server. Runs when the page is idle. */
export function keepShell() {
  if (asked || !navigator.serviceWorker) return;
  asked = true;
  navigator.serviceWorker.addEventListener('message', ({ data }) => data.kind === 'come' && comeTo(data.address));
  (globalThis.requestIdleCallback ?? setTimeout)(register);
}

/** If the browser refuses, the page needs the server to open. */
function register() {
  const address = policy ? policy.createScriptURL(WORKER) : WORKER;
  navigator.serviceWorker.register(address, { updateViaCache: 'none' }).catch(() => undefined);
}

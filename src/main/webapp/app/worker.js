// The service worker. The server puts before it what the page consists of: self.shell, the build and the digest of each file.
(() => {
  /** @type {any} The types of the page know no workers. */
  const worker = self;
  /** @type {{build: string, files: Record<string, string>}} */
  const { build, files } = worker.shell;
  const PAGE = './';
  const ROOT = new URL(PAGE, worker.location.href);
  /** Other applications of this origin keep theirs under other names. */
  const OURS = `parley:${ROOT.pathname}:`;
  /** One build is one cache. */
  const KEPT = OURS + build;
  /** A server that is silent for so long is as good as none: the page opens, and says so. */
  const PATIENCE_MS = 4000;
  /** Pages that a server of another build has given: they get the rest from there too. @type {Set<string>} */
  const strangers = new Set();

  worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
  worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
  worker.addEventListener('fetch', answer);
  worker.addEventListener('notificationclick', (/** @type {any} */ event) => {
    event.notification.close();
    event.waitUntil(comeTo(event.notification.data.address));
  });

  /** All or nothing: a file that is not of this build has another digest, and then nothing is kept. */
  async function keep() {
    const cache = await caches.open(KEPT);
    await cache.addAll(Object.entries(files).map(([path, integrity]) => {
      // The name of a library's file has its version; of the others the browser may hold an older one.
      return new Request(new URL(path, ROOT), { integrity, cache: path.startsWith('lib/') ? 'default' : 'reload' });
    }));
  }

  async function forgetOthers() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== KEPT).map((name) => caches.delete(name)));
  }

  /** @param {any} event whatever is no part of the page goes past: the worker never sees an answer of the interface */
  function answer(event) {
    const { request, clientId } = event;
    const path = request.method === 'GET' ? pathOf(request.url) : null;
    if (path === null || !(path in files)) return;
    if (path === PAGE && request.mode === 'navigate') event.respondWith(page(event));
    else if (!strangers.has(clientId)) event.respondWith(kept(path, request));
  }

  /** @param {any} event the page itself comes from the server, as long as there is one */
  async function page({ request, resultingClientId }) {
    const given = await Promise.race([fetch(request), silence()]).catch(() => null);
    if (!given || given.status >= 400) return kept(PAGE, request);
    if (given.headers.get('Parley-Build') !== build) strangers.add(resultingClientId);
    return given;
  }

  /**
   * @param {string} path
   * @param {Request} request
   */
  async function kept(path, request) {
    const cache = await caches.open(KEPT);
    return (await cache.match(new URL(path, ROOT))) ?? fetch(request);
  }

  /** @returns {Promise<null>} */
  const silence = () => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));

  /** @param {string} address @returns {string | null} as the list of files has it, if it is one of ours */
  function pathOf(address) {
    const url = new URL(address);
    if (url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return null;
    const path = url.pathname.slice(ROOT.pathname.length);
    return path === '' || path === 'index.html' ? PAGE : path + url.search;
  }

  /** @param {string} address one of the page's own, which somebody has clicked at in a notification */
  async function comeTo(address) {
    const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const open = windows.find((/** @type {{url: string}} */ { url }) => pathOf(url) === PAGE);
    if (!open) return worker.clients.openWindow(new URL(address, ROOT).href);
    await open.focus();
    open.postMessage({ kind: 'come', address });
  }
})();

// The service worker. The server puts `self.shell` before it: the build, and each file of the page with its digest.
(() => {
  /** @type {any} The page's types do not include workers. */
  const worker = self;
  /** @type {{build: string, files: Record<string, string>}} */
  const { build, files } = worker.shell;
  const PAGE = './';
  const ROOT = new URL(PAGE, worker.location.href);
  /** The prefix of this application's caches. Other applications on this origin have other prefixes. */
  const OURS = `parley:${ROOT.pathname}:`;
  /** One cache for each build. */
  const KEPT = OURS + build;
  /** After this time without an answer the page opens from the cache and says that it is offline. */
  const PATIENCE_MS = 4000;
  /** Pages from a server of another build. They get their other files from it, too. @type {Set<string>} */
  const strangers = new Set();

  worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
  worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
  worker.addEventListener('fetch', answer);
  worker.addEventListener('notificationclick', (/** @type {any} */ event) => {
    event.notification.close();
    event.waitUntil(comeTo(event.notification.data.address));
  });

  /** All or nothing: if one file has another digest, it is not of this build, and nothing is cached. */
  async function keep() {
    const cache = await caches.open(KEPT);
    await cache.addAll(Object.entries(files).map(([path, integrity]) => {
      // A part has its digest in its name. The browser may hold an old copy of any other file.
      return new Request(new URL(path, ROOT), { integrity, cache: path.startsWith('app/parts/') ? 'default' : 'reload' });
    }));
  }

  async function forgetOthers() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== KEPT).map((name) => caches.delete(name)));
  }

  /** @param {any} event requests for other things than the page's files pass by: the worker never sees an API answer */
  function answer(event) {
    const { request, clientId } = event;
    const path = request.method === 'GET' ? pathOf(request.url) : null;
    if (path === null || !(path in files)) return;
    if (path === PAGE && request.mode === 'navigate') event.respondWith(page(event));
    else if (!strangers.has(clientId)) event.respondWith(kept(path, request));
  }

  /** @param {any} event for the page itself, which comes from the server if it answers */
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

  /** @param {string} address @returns {string | null} its path in the list of files, or null if it is not there */
  function pathOf(address) {
    const url = new URL(address);
    if (url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return null;
    const path = url.pathname.slice(ROOT.pathname.length);
    return path === '' || path === 'index.html' ? PAGE : path + url.search;
  }

  /** @param {string} address the address within the page, from a clicked notification */
  async function comeTo(address) {
    const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const open = windows.find((/** @type {{url: string}} */ { url }) => pathOf(url) === PAGE);
    if (!open) return worker.clients.openWindow(new URL(address, ROOT).href);
    await open.focus();
    open.postMessage({ kind: 'come', address });
  }
})();

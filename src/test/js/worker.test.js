import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const web = new URL('../../main/webapp/', import.meta.url);
const code = readFileSync(new URL('app/worker.js', web), 'utf8');
const HERE = 'https://chat.example/talk/';

/**
 * The worker in a fake browser. Its answers are strings: the text of a file.
 * @param {{build?: string, net?: (url: string) => any, before?: string[]}} [world] `before` names older caches
 */
function browser({ build = 'b2', net = () => served('network'), before = [] } = {}) {
  /** @type {Map<string, Map<string, any>>} */
  const stored = new Map(before.map((name) => [name, new Map()]));
  /** @type {Record<string, (event: any) => void>} */
  const listeners = {};
  /** @type {any[]} */
  const requests = [];
  const self = {
    shell: { build, files: { './': 'sha256-p', 'app/main.js': 'sha256-m', 'app/parts/texts-3.js': 'sha256-l' } },
    location: { href: `${HERE}worker.js` },
    addEventListener: (/** @type {string} */ type, /** @type {any} */ listener) => (listeners[type] = listener),
    skipWaiting: async () => undefined,
    clients: { matchAll: async () => [], openWindow: async (/** @type {string} */ url) => requests.push(url) },
  };
  const open = async (/** @type {string} */ name) => {
    const cache = stored.get(name) ?? new Map();
    stored.set(name, cache);
    return {
      match: async (/** @type {URL} */ url) => cache.get(url.href),
      addAll: async (/** @type {any[]} */ files) => {
        requests.push(...files);
        for (const { url } of files) cache.set(url, served(`kept ${url}`));
      },
    };
  };
  const caches = { open, keys: async () => [...stored.keys()], delete: async (/** @type {string} */ name) => stored.delete(name) };
  class Request {
    /** @param {URL} url @param {object} init */
    constructor(url, init) {
      Object.assign(this, init, { url: url.href });
    }
  }
  const fetch = async (/** @type {{url: string}} */ { url }) => net(url);
  const slow = (/** @type {() => void} */ then) => setTimeout(then, 5);
  vm.runInNewContext(code, { self, caches, fetch, Request, URL, setTimeout: slow });

  /** @param {string} type @param {object} [more] */
  const fire = async (type, more) => {
    /** @type {any} */
    let answer;
    await Promise.all([listeners[type]({ ...more, waitUntil: (/** @type {any} */ work) => work, respondWith: (/** @type {any} */ given) => (answer = given) })]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return (await answer)?.text;
  };
  const get = (/** @type {string} */ path, /** @type {object} */ more = {}) =>
    fire('fetch', { clientId: 'tab', resultingClientId: 'tab', request: { method: 'GET', mode: 'cors', url: new URL(path, HERE).href, ...more } });
  return { stored, requests, fire, get, visit: () => get('', { mode: 'navigate' }) };
}

/** @param {string} text @param {string} [build] */
const served = (text, build = 'b2', status = 200) => ({ text, status, headers: new Headers({ 'Parley-Build': build }) });

/** @param {Parameters<typeof browser>[0]} [world] */
async function installed(world) {
  const it = browser(world);
  await it.fire('install');
  await it.fire('activate');
  return it;
}

test('a build is stored as a whole, each file by its digest and not from the browser\'s older cache', async () => {
  const { requests } = await installed();
  assert.deepEqual(requests.map(({ url, integrity, cache }) => [url.slice(HERE.length), integrity, cache]), [
    ['', 'sha256-p', 'reload'],
    ['app/main.js', 'sha256-m', 'reload'],
    ['app/parts/texts-3.js', 'sha256-l', 'default'],
  ]);
});

test('a new build deletes the caches of older builds and no others', async () => {
  const { stored } = await installed({ before: ['parley:/talk/:b1', 'parley:/:b1', 'parley:/talk/more/:b1', 'somebody else'] });
  assert.deepEqual([...stored.keys()].sort(), ['parley:/:b1', 'parley:/talk/:b2', 'parley:/talk/more/:b1', 'somebody else']);
});

test('the worker ignores requests for anything but the page\'s files and stores none of them', async () => {
  const { get, stored } = await installed();
  for (const path of ['api/auth/me', 'api/rooms', 'live/rooms', 'worker.js', 'app/main.js?x', '../elsewhere', 'https://other.example/talk/app/main.js']) {
    assert.equal(await get(path), undefined, path);
  }
  assert.equal(await get('app/main.js', { method: 'POST' }), undefined);
  assert.equal(await get('api/attachments/1', { mode: 'navigate' }), undefined);
  assert.deepEqual([...(stored.get('parley:/talk/:b2')?.keys() ?? [])].sort(), ['', 'app/main.js', 'app/parts/texts-3.js'].map((path) => HERE + path));
});

test('the page comes from the server and the rest from the cache while both have the same build', async () => {
  const { visit, get } = await installed();
  assert.equal(await visit(), 'network');
  assert.equal(await get('app/main.js'), `kept ${HERE}app/main.js`);
});

test('a page of another build gets no file of this build', async () => {
  const { visit, get } = await installed({ net: () => served('network', 'b3') });
  assert.equal(await visit(), 'network');
  assert.equal(await get('app/main.js'), undefined);
});

for (const [how, net] of /** @type {[string, () => any][]} */ ([
  ['is away', () => { throw new TypeError('unreachable'); }],
  ['says nothing', () => new Promise(() => undefined)],
  ['is being started', () => served('bad gateway', '', 502)],
])) {
  test(`the page opens from the cache while the server ${how}`, async () => {
    const { visit, get } = await installed({ net });
    assert.equal(await visit(), `kept ${HERE}`);
    assert.equal(await get('app/parts/texts-3.js'), `kept ${HERE}app/parts/texts-3.js`);
  });
}

test('a click on a notification opens the page at the message, if the page is not open', async () => {
  const { fire, requests } = browser();
  await fire('notificationclick', { notification: { close: () => undefined, data: { address: '#/rooms/tea/7' } } });
  assert.deepEqual(requests, [`${HERE}#/rooms/tea/7`]);
});

test('the manifest leads to the page under any context root, and its icons exist in the sizes it names', () => {
  const manifest = JSON.parse(readFileSync(new URL('app/manifest.webmanifest', web), 'utf8'));
  const at = `${HERE}app/manifest.webmanifest`;
  for (const address of [manifest.start_url, manifest.scope]) assert.equal(new URL(address, at).href, HERE);
  for (const { src, sizes } of manifest.icons) {
    const png = readFileSync(new URL(`app/${src}`, web));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes);
  }
  assert.deepEqual(manifest.icons.map((/** @type {any} */ icon) => icon.purpose ?? icon.sizes), ['192x192', '512x512', 'maskable']);
});

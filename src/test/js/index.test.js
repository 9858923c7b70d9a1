import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

const web = new URL('../../main/webapp/', import.meta.url);
const index = readFileSync(new URL('index.html', web), 'utf8');
const files = readdirSync(new URL('app/', web), { recursive: true }).map(String);
const sources = files.filter((file) => file.endsWith('.js')).map((file) => ({ file, text: readFileSync(new URL(`app/${file}`, web), 'utf8') }));

test('the import map is the only inline script, and stands before every module', () => {
  const inline = [...index.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag);
  assert.deepEqual(inline, ['<script type="importmap">']);
  assert.ok(index.indexOf('importmap') < index.indexOf('type="module"'));
});

test('nothing is styled or scripted in a way that the Content-Security-Policy forbids', () => {
  assert.doesNotMatch(index, /\sstyle=|<style|\son\w+=/);
  for (const { file, text } of sources) {
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write|\beval\(|new Function/, file);
    assert.doesNotMatch(text, /<[a-z-]+[^>`]*\sstyle=/, file);
  }
});

test('nothing comes from another host, and every address is relative to the page', () => {
  const addresses = [...index.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  const map = JSON.parse(/<script type="importmap">([^]*?)<\/script>/.exec(index)?.[1] ?? '{}');
  for (const address of [...addresses, ...Object.values(map.imports)]) assert.match(address, /^(?:\.\/)?(?:app|lib)\//);
});

/** @param {string} file @param {Set<string>} [seen] @returns {Set<string>} the file and all its static imports */
function needed(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(new URL(`app/${file}`, web), 'utf8');
  for (const [, address] of text.matchAll(/^(?:import|export)\s(?:[^'"]*\sfrom\s)?'(\.[^']+)';/gm)) {
    needed(new URL(address, `file:///${file}`).pathname.slice(1), seen);
  }
  return seen;
}

test('scripts and styles stay below 150 KB compressed until one can read and write, in the language that needs most, and the desk of administrators below 16', () => {
  const first = needed('main.js');
  const lit = ['lit-html/lit-html.js', 'lit-element/lit-element.js', '@lit/reactive-element/reactive-element.js', '@lit/reactive-element/css-tag.js', 'lit-html/directives/repeat.js', 'lit-html/directive.js'];
  const ours = files.filter((file) => (first.has(file) || /\.(?:css|svg)$|theme\.js$/.test(file)) && !isDesk(file)).map(at);
  const theirs = lit.map((file) => new URL(`../../../node_modules/${file}`, web));
  const all = sum([...ours, ...theirs]) + largest(files.filter((file) => !isDesk(file)));
  assert.ok(all < 150 * 1024, `${all} bytes`);
  const desk = files.filter((file) => isDesk(file) && /\.(?:css|js)$/.test(file));
  const deskSize = sum(desk.filter((file) => !isText(file)).map(at)) + largest(desk);
  assert.ok(deskSize < 16 * 1024, `${deskSize} bytes`);
});

const isDesk = (/** @type {string} */ file) => file.startsWith('admin/');
const isText = (/** @type {string} */ file) => /texts\.[a-z]+\.js$/.test(file);
const at = (/** @type {string} */ file) => new URL(`app/${file}`, web);
const sum = (/** @type {URL[]} */ all) => all.reduce((bytes, file) => bytes + gzipSync(readFileSync(file)).length, 0);

/** @param {string[]} some @returns {number} the bytes of the areas' texts, in the largest language */
function largest(some) {
  const texts = some.filter(isText);
  const tags = new Set(texts.map((file) => file.split('.')[1]));
  return Math.max(...[...tags].map((tag) => sum(texts.filter((file) => file.endsWith(`.${tag}.js`)).map(at))));
}

test('every style sheet is in the page, but for that of the desk, which comes with it', () => {
  const linked = [...index.matchAll(/<link rel="stylesheet" href="app\/([^"]+)"/g)].map((match) => match[1]).sort();
  assert.deepEqual(linked, files.filter((file) => file.endsWith('.css') && !isDesk(file)).sort());
});

test('only who administers fetches the desk', () => {
  for (const { file, text } of sources) if (!file.startsWith('admin/')) assert.doesNotMatch(text, /^import .*\/admin\//m, file);
});

test('the import map names the versions that the build unpacks', () => {
  const pom = readFileSync(new URL('../../../pom.xml', web), 'utf8');
  const version = (/** @type {string} */ name) => new RegExp(`<${name}.version>([^<]+)<`).exec(pom)?.[1];
  const named = new Set([...index.matchAll(/\.\/lib\/([^/]+)\//g)].map((match) => match[1]));
  const unpacked = ['lit', 'lit-html', 'lit-element', 'reactive-element'].map((name) => `${name === 'reactive-element' ? 'lit__' : ''}${name}-${version(name)}`);
  assert.deepEqual([...named].sort(), unpacked.sort());
});

test('what the page names is there', () => {
  for (const [, address] of index.matchAll(/(?:src|href)="(app\/[^"]+)"/g)) assert.ok(files.includes(address.slice(4)), address);
});

test('every icon that is drawn is in the page, and every one in it is drawn', () => {
  const there = [...index.matchAll(/<symbol id="icon-([^"]+)"/g)].map((match) => match[1]).sort();
  const code = sources.map(({ text }) => text).join('\n');
  const drawn = [...code.matchAll(/icon(?:\(([^)]*)\)|: ('[a-z]+'))/g)].flatMap(([, names = '', named = '']) => [...(names + named).matchAll(/'([a-z]+)'/g)].map((match) => match[1]));
  const known = new Set(drawn.filter((name) => there.includes(name)));
  assert.deepEqual(there.filter((name) => !known.has(name)), []);
  assert.deepEqual([...new Set(drawn)].filter((name) => !there.includes(name) && !['error', 'room_deleted'].includes(name)), []);
});

test('models know no network and no page, and lib knows no page', () => {
  for (const { file, text } of sources) {
    if (file.startsWith('models')) assert.doesNotMatch(text, /\bfetch\(|WebSocket|\bdocument\.|\bwindow\.|from '\.\.\/(?:lib|uses|components)/, file);
    if (file.startsWith('lib')) assert.doesNotMatch(text, /from '\.\.\/(?:uses|components)/, file);
  }
});

test('no file is too long to be read at a sitting', () => {
  for (const file of files.filter((one) => /\.(?:css|js)$/.test(one))) assert.ok(readFileSync(at(file), 'utf8').split('\n').length <= 300, file);
});

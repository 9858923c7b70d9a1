import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const web = new URL('../../main/webapp/', import.meta.url);
const index = readFileSync(new URL('index.html', web), 'utf8');
const files = readdirSync(new URL('app/', web), { recursive: true }).map(String);
const sources = files.filter((file) => file.endsWith('.js')).map((file) => ({ file, text: readFileSync(new URL(`app/${file}`, web), 'utf8') }));

test('no script stands in the page itself', () => {
  assert.deepEqual([...index.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)], []);
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
  for (const address of addresses) assert.match(address, /^app\//);
});

const at = (/** @type {string} */ file) => new URL(`app/${file}`, web);

test('every style sheet is in the page', () => {
  const styles = files.filter((file) => file.endsWith('.css') && file !== 'main.css');
  const imported = [...readFileSync(at('main.css'), 'utf8').matchAll(/@import "\.\/([^"]+)";/g)].map((match) => match[1]);
  assert.deepEqual(imported.sort(), styles.sort());
});

test('nothing else imports the administrators\' pages', () => {
  for (const { file, text } of sources) if (!file.startsWith('admin/')) assert.doesNotMatch(text, /^import .*\/admin\//m, file);
});

test('every file that the page names exists', () => {
  for (const [, address] of index.matchAll(/(?:src|href)="(app\/[^"]+)"/g)) assert.ok(files.includes(address.slice(4)), address);
});

test('the page has every icon that is used, and every icon in it is used', () => {
  const there = [...index.matchAll(/<symbol id="icon-([^"]+)"/g)].map((match) => match[1]).sort();
  const code = sources.map(({ text }) => text).join('\n');
  const drawn = [...code.matchAll(/icon(?:\(([^)]*)\)|: ('[a-z]+'))/g)].flatMap(([, names = '', named = '']) => [...(names + named).matchAll(/'([a-z]+)'/g)].map((match) => match[1]));
  const known = new Set(drawn.filter((name) => there.includes(name)));
  assert.deepEqual(there.filter((name) => !known.has(name)), []);
  assert.deepEqual([...new Set(drawn)].filter((name) => !there.includes(name) && !['error', 'room_deleted'].includes(name)), []);
});

test('the page shows its logo and its name until it draws itself, and draws the same at first', () => {
  const [, shown] = /<parley-app>(.*)<\/parley-app>/s.exec(index) ?? [];
  const drawn = (/** @type {string} */ file) => sources.find((one) => one.file === file)?.text ?? '';
  const logo = [...shown.matchAll(/ d="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(logo.length, 2);
  for (const path of logo) assert.ok(drawn('components/common/pieces.js').includes(`d="${path}"`), path);
  for (const piece of ['<main class="splash"', '<p class="wordmark">Parley</p>']) for (const text of [shown, drawn('components/shell/parley-app.js')]) assert.ok(text.includes(piece), piece);
});

test('models know no network and no page, and lib knows no page', () => {
  for (const { file, text } of sources) {
    if (file.startsWith('models')) assert.doesNotMatch(text, /\bfetch\(|WebSocket|\bdocument\.|\bwindow\.|from '\.\.\/(?:lib|uses|components)/, file);
    if (file.startsWith('lib')) assert.doesNotMatch(text, /from '\.\.\/(?:uses|components)/, file);
  }
});

test('no file has more than 300 lines, but for the generated ones', () => {
  for (const file of files.filter((one) => /\.(?:css|js)$/.test(one) && !/emoji\/data\.[a-z]+\.js$/.test(one))) assert.ok(readFileSync(at(file), 'utf8').split('\n').length <= 300, file);
});

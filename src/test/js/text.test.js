import assert from 'node:assert/strict';
import test from 'node:test';
import { deviceOf } from '../../main/webapp/app/models/device.js';
import { colourAmong, colourOf, COLOURS, initialsOf } from '../../main/webapp/app/models/faces.js';
import { addressIn, directAddress, lastingAddress, roomAddress, routeOf, withinPage } from '../../main/webapp/app/models/route.js';
import { isLong, lengthOf, piecesOf, safeAddress } from '../../main/webapp/app/models/text.js';
import { conversation, member, room } from './support.js';

const links = (/** @type {string} */ body) => piecesOf(body).flatMap(({ text, href }) => (href ? [text] : []));

test('addresses become links, and the text stays as it was typed', () => {
  const body = 'see https://example.org/a?b=c#d, or mailto:ann@example.org.';
  assert.deepEqual(links(body), ['https://example.org/a?b=c#d', 'mailto:ann@example.org']);
  assert.equal(piecesOf(body).map(({ text }) => text).join(''), body);
});

test('a closing bracket belongs to an address only if the address has the opening one', () => {
  assert.deepEqual(links('(https://example.org/x)'), ['https://example.org/x']);
  assert.deepEqual(links('https://example.org/wiki/Foo_(bar)'), ['https://example.org/wiki/Foo_(bar)']);
  assert.deepEqual(links('https://example.org/wiki/Foo_(bar).'), ['https://example.org/wiki/Foo_(bar)']);
});

test('full stops inside an address belong to it, and those after it do not', () => {
  // Long enough that a quadratic search would take far too long for a test.
  const dots = '.'.repeat(1_000_000);
  assert.deepEqual(links(`https://example.org/${dots}a${dots}`), [`https://example.org/${dots}a`]);
});

for (const body of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'JaVaScRiPt:alert(1)', 'file:///etc/passwd', 'https://', 'http://[', 'blob:https://x/y']) {
  test(`${body} does not become a link`, () => {
    assert.deepEqual(links(body), []);
    assert.equal(safeAddress(body), null);
  });
}

test('hostile text becomes only text and safe links', () => {
  const body = '<img src=x onerror=alert(1)> https://a.example/"onmouseover="x <script>';
  assert.equal(piecesOf(body).map(({ text }) => text).join(''), body);
  for (const { href } of piecesOf(body)) assert.match(href ?? 'https://none', /^https:/);
});

test('length is counted in code points, as the server does', () => assert.equal(lengthOf('a👍é'), 3));

test('a message is long if it has many lines or very many characters', () => {
  assert.equal(isLong('one\n'.repeat(15)), false);
  assert.equal(isLong('one\n'.repeat(17)), true);
  assert.equal(isLong('x'.repeat(1601)), true);
});

test('room names in any script survive the way into an address and back', () => {
  assert.deepEqual(routeOf(roomAddress('küche', 12)), { page: 'room', room: 'küche', seq: 12 });
  assert.deepEqual(routeOf(roomAddress('~7f3k')), { page: 'room', room: '~7f3k', seq: null });
  assert.deepEqual(routeOf('#/rooms'), { page: 'rooms' });
  assert.deepEqual(routeOf(''), { page: 'home' });
  assert.deepEqual(routeOf('#/setup'), { page: 'setup', code: '' });
  assert.deepEqual(routeOf('#/setup/abc-def'), { page: 'setup', code: 'abc-def' });
  assert.deepEqual(routeOf('#/rooms/a/-1'), { page: 'room', room: 'a', seq: null });
  assert.deepEqual(routeOf('#/rooms/%E0%A4%A'), { page: 'room', room: '%E0%A4%A', seq: null });
});

test('usernames in any script survive the way into an address and back', () => {
  assert.deepEqual(routeOf(directAddress('山田', 7)), { page: 'direct', username: '山田', seq: 7 });
  assert.deepEqual(routeOf(addressIn(conversation('bob'))), { page: 'direct', username: 'bob', seq: null });
  assert.deepEqual(routeOf(addressIn(room({ name: 'hall' }), 3)), { page: 'room', room: 'hall', seq: 3 });
});

test('members of a room have different colours while there are enough, and the first keep their own', () => {
  const names = Array.from({ length: COLOURS }, (_, i) => `user${i}`);
  const members = names.map((name, i) => ({ ...member(name, 0, 0), joinedAt: new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString() }));
  assert.equal(new Set(names.map((name) => colourAmong(name, members))).size, COLOURS);
  assert.equal(colourAmong('user0', [...members].reverse()), colourOf('user0'));
  assert.deepEqual(names.map((name) => colourAmong(name, [...members].reverse())), names.map((name) => colourAmong(name, members)));
  assert.equal(colourAmong('late', [...members, { ...member('late', 0, 0), joinedAt: '2026-02-01T00:00:00.000Z' }]), colourOf('late'));
  assert.equal(colourAmong('stranger', members), colourOf('stranger'));
  assert.equal(colourAmong('bob', undefined), colourOf('bob'));
});

test('names in every script have a colour and initials', () => {
  assert.equal(colourOf('Ann'), colourOf('ann'));
  assert.ok(colourOf('山田') < COLOURS);
  assert.equal(initialsOf('Ann-Marie von Lindqvist'), 'AL');
  assert.equal(initialsOf('山田ゆい'), '山');
  assert.equal(initialsOf('élan'), 'É');
  assert.equal(initialsOf('…'), '?');
});

test('devices have their usual names', () => {
  assert.equal(deviceOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0'), 'Edge · Linux');
  assert.equal(deviceOf('curl/8.5.0'), 'curl/8.5.0');
  assert.equal(deviceOf(null), '');
});

test('the address for others names a room and a conversation by the id, which is the same for all', () => {
  assert.equal(lastingAddress(room({ id: '~7f3k', name: 'tea' }), 5), '#/rooms/~7f3k/5');
  assert.equal(lastingAddress(conversation('bob'), 5), '#/direct/~bob/5');
  assert.equal(lastingAddress(conversation('bob', { id: /** @type {any} */ (null) }), 5), '#/direct/bob/5');
});

test('an address of this server that leads to a room or a conversation stays in the page', () => {
  const root = new URL('https://chat.example/parley/');
  const within = (/** @type {string} */ href) => withinPage(new URL(href).href, root);
  assert.equal(within('https://chat.example/parley/#/rooms/tea/12'), '#/rooms/tea/12');
  assert.equal(within('https://CHAT.example:443/parley/#/direct/~7f3k/12'), '#/direct/~7f3k/12');
  assert.equal(within('https://chat.example/parley/#/rooms/k%C3%BCche'), '#/rooms/k%C3%BCche');
  const others = ['https://chat.example/parley/', 'https://chat.example/parley/#/admin', 'https://chat.example/parley/#/rooms', 'https://chat.example/parley/api/rooms/tea', 'https://chat.example/parley/?x=1#/rooms/tea',
    'https://chat.example/#/rooms/tea', 'http://chat.example/parley/#/rooms/tea', 'https://chat.example.org/parley/#/rooms/tea', 'https://chat.example:8443/parley/#/rooms/tea', 'mailto:ann@chat.example'];
  for (const other of others) assert.equal(within(other), null, other);
});

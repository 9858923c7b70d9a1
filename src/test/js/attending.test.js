import assert from 'node:assert/strict';
import test from 'node:test';
import { Rooms } from '../../main/webapp/app/models/rooms.js';
import { posted, room } from './support.js';

const page = { baseURI: 'http://chat.example/parley/', documentElement: {}, visibilityState: 'hidden', hasFocus: () => false };
Object.defineProperty(globalThis, 'document', { value: page });
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['en'] }, configurable: true });
const { preferences } = await import('../../main/webapp/app/lib/preferences.js');
const { Attending } = await import('../../main/webapp/app/uses/attending.js');

test('a notification closes when its message is deleted, and stays when another message is deleted', (context) => {
  /** @type {string[]} */
  const closed = [];
  const Shown = class {
    static permission = 'granted';
    /** @param {string} _title @param {{body: string}} options */
    constructor(_title, { body }) {
      this.close = () => closed.push(body);
    }
  };
  Object.assign(globalThis, { isSecureContext: true, Notification: Shown });
  context.mock.getter(preferences, 'notices', () => true);
  context.mock.getter(preferences, 'sound', () => false);
  const rooms = new Rooms('ann');
  rooms.add(room());
  const attending = new Attending(/** @type {any} */ ({ rooms, tabs: { owner: true } }));
  attending.frame(posted(2));
  attending.frame({ type: 'message_deleted', room: 'r', seq: 3, target: 1, by: 'bob' });
  assert.deepEqual(closed, []);
  attending.frame({ type: 'message_deleted', room: 'r', seq: 4, target: 2, by: 'bob' });
  assert.deepEqual(closed, ['m2']);
});

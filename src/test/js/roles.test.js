import assert from 'node:assert/strict';
import test from 'node:test';
import { lastOwner, rolesFor } from '../../main/webapp/app/models/roles.js';
import { ann, member, room } from './support.js';

/** @import {Role, User} from '../../main/webapp/app/models/wire.js' */

const ALL = ['owner', 'moderator', 'member'];

/** @type {User} */
const root = { ...ann, username: 'root', role: 'admin' };

/**
 * @param {string} username
 * @param {Role} role
 */
const as = (username, role) => ({ ...member(username, 0, 0), role });

test('an owner changes lower roles and may step down, but does not change another owner', () => {
  assert.deepEqual(rolesFor(ann, room(), as('bob', 'member')), ALL);
  assert.deepEqual(rolesFor(ann, room(), as('bob', 'moderator')), ALL);
  assert.deepEqual(rolesFor(ann, room(), as('ann', 'owner')), ALL);
  assert.deepEqual(rolesFor(ann, room(), as('bob', 'owner')), []);
});

test('a server admin changes owners, but makes nobody an owner of main', () => {
  assert.deepEqual(rolesFor(root, room({ membership: null }), as('bob', 'owner')), ALL);
  assert.deepEqual(rolesFor(root, room({ name: 'main', membership: null }), as('bob', 'member')), ['moderator', 'member']);
});

test('only owners give roles, even to themselves', () => {
  const plain = room();
  const moderated = room({ membership: { .../** @type {NonNullable<typeof plain.membership>} */ (plain.membership), role: 'moderator' } });
  assert.deepEqual(rolesFor(ann, moderated, as('bob', 'member')), []);
  assert.deepEqual(rolesFor(ann, moderated, as('ann', 'moderator')), []);
});

test('the page knows the last owner if it knows all members', () => {
  const one = as('ann', 'owner');
  assert.equal(lastOwner(one, { members: [one, as('bob', 'member')], next: null }), true);
  assert.equal(lastOwner(one, { members: [one, as('bob', 'owner')], next: null }), false);
  assert.equal(lastOwner(one, { members: [one], next: 'more' }), false);
  assert.equal(lastOwner(as('bob', 'member'), { members: [one], next: null }), false);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { afterReaction, quickEmoji } from '../../main/webapp/app/models/reactions.js';
import { RoomState } from '../../main/webapp/app/models/room-state.js';
import { message, posted, room } from './support.js';

/** @import {Message, Reaction} from '../../main/webapp/app/models/wire.js' */

/** An open room of Ann with three messages of Bob. The second one has these reactions. @param {Reaction[]} [reactions] */
function shown(reactions = []) {
  const state = new RoomState(room({ head: 3 }), 'ann');
  state.open = true;
  state.timeline.show({ messages: [message(1), message(2, { reactions }), message(3)], head: 3, hasBefore: false, hasAfter: false });
  const find = () => /** @type {Message} */ (state.timeline.find(2));
  return { state, own: state.timeline.own, find, chips: () => state.timeline.own.chipsOf(find()) };
}

/**
 * @param {'added' | 'removed'} what
 * @param {string} username
 * @param {number} count
 * @param {{emoji?: string, seq?: number, target?: number}} [more]
 */
const frame = (what, username, count, { emoji = '👍', seq = 4, target = 2 } = {}) => ({ type: `reaction_${what}`, room: 'r', seq, target, emoji, username, count });

/** @param {number} count as many people as no message names */
const crowd = (count) => ({ emoji: '👍', count, usernames: Array.from({ length: 50 }, (_, i) => `p${i}`) });

test('reactions are shown in the order in which their emoji came first, and a frame that comes twice does no harm', () => {
  const { state, find } = shown();
  for (const one of [frame('added', 'bob', 1), frame('added', 'cem', 1, { emoji: '🎉', seq: 5 }), frame('added', 'ann', 2, { seq: 6 }), frame('added', 'ann', 2, { seq: 6 })]) state.number(one);
  assert.deepEqual(find().reactions, [{ emoji: '👍', count: 2, usernames: ['bob', 'ann'] }, { emoji: '🎉', count: 1, usernames: ['cem'] }]);
  state.number(frame('removed', 'bob', 1, { seq: 7 }));
  state.number(frame('removed', 'cem', 0, { emoji: '🎉', seq: 8 }));
  state.number(frame('removed', 'cem', 0, { emoji: '🎉', seq: 8 }));
  assert.deepEqual(find().reactions, [{ emoji: '👍', count: 1, usernames: ['ann'] }]);
});

test('the count of a frame is taken as it is, because it is the count of now', () => {
  const { state, find } = shown();
  state.number(frame('added', 'bob', 7));
  assert.deepEqual(find().reactions, [{ emoji: '👍', count: 7, usernames: ['bob'] }]);
  state.number(frame('added', 'cem', 0, { seq: 5 }));
  assert.deepEqual(find().reactions, []);
});

test('a frame about a message that is deleted or not held shows nothing', () => {
  const { state, find, chips } = shown([{ emoji: '👍', count: 1, usernames: ['bob'] }]);
  const before = state.timeline.messages;
  state.number(frame('added', 'cem', 1, { target: 99 }));
  assert.equal(state.timeline.messages, before);
  state.number({ type: 'message_deleted', room: 'r', seq: 5, target: 2, by: 'bob' });
  state.number(frame('added', 'cem', 2, { seq: 6 }));
  assert.deepEqual(find().reactions, []);
  assert.deepEqual(chips(), []);
});

test('a reaction that comes while a page loads is in it afterwards', () => {
  const { state, find } = shown();
  state.timeline.expectPage();
  state.number(frame('added', 'bob', 1));
  state.timeline.show({ messages: [message(2)], head: 3, hasBefore: true, hasAfter: true });
  assert.deepEqual(find().reactions, [{ emoji: '👍', count: 1, usernames: ['bob'] }]);
});

test('reactions count as nothing unread, and nothing is spoken', () => {
  const state = new RoomState(room({ head: 0 }), 'ann');
  state.number(posted(1));
  state.number(frame('added', 'bob', 1, { seq: 2, target: 1 }));
  assert.equal(state.unread, 1);
  assert.equal(state.room.membership?.mentions, 0);
  assert.deepEqual(state.live.map(({ seq }) => seq), [1]);
  assert.equal(state.numbers.upTo, 2);
  state.read(1);
  assert.equal(state.unread, 0);
});

test('a wish shows at once, and its frame changes nothing more', () => {
  const { state, own, chips } = shown([{ emoji: '👍', count: 1, usernames: ['bob'] }]);
  own.wish(2, '👍', true);
  own.wish(2, '🎉', true);
  const wanted = [{ emoji: '👍', count: 2, usernames: ['bob', 'ann'], mine: true }, { emoji: '🎉', count: 1, usernames: ['ann'], mine: true }];
  assert.deepEqual(chips(), wanted);
  own.stored(2, '👍');
  state.number(frame('added', 'ann', 2));
  state.number(frame('added', 'ann', 1, { emoji: '🎉', seq: 5 }));
  assert.deepEqual(chips(), wanted);
  own.wish(2, '🎉', false);
  assert.deepEqual(chips(), wanted.slice(0, 1));
  own.drop(2, '🎉');
  assert.deepEqual(chips(), wanted);
});

test('the frame of an earlier wish does not end a later one', () => {
  const { state, own, chips } = shown();
  own.wish(2, '👍', true);
  own.wish(2, '👍', false);
  state.number(frame('added', 'ann', 1));
  assert.deepEqual(chips(), []);
  state.number(frame('removed', 'ann', 0, { seq: 5 }));
  assert.equal(own.wanted(2, '👍'), undefined);
});

test('after a stored wish the user\'s other devices decide', () => {
  const { state, own, chips } = shown([{ emoji: '👍', count: 2, usernames: ['bob', 'ann'] }]);
  own.wish(2, '👍', true);
  own.stored(2, '👍');
  state.number(frame('removed', 'ann', 1));
  assert.deepEqual(chips(), [{ emoji: '👍', count: 1, usernames: ['bob'], mine: false }]);
});

test('a list of fifty names does not say whether the user reacted, but the user\'s own frames do', () => {
  const { state, chips } = shown([crowd(60)]);
  assert.equal(chips()[0].mine, false);
  state.number(frame('added', 'ann', 61));
  assert.equal(chips()[0].mine, true);
  assert.equal(chips()[0].count, 61);
  state.number(frame('added', 'zoe', 62, { seq: 5 }));
  assert.equal(chips()[0].mine, true);
  assert.equal(chips()[0].usernames.length, 50);
  state.number(frame('removed', 'ann', 61, { seq: 6 }));
  assert.equal(chips()[0].mine, false);
});

test('a stored wish adds nothing to a count that may hold the user already', () => {
  const { own, chips } = shown([crowd(60)]);
  own.wish(2, '👍', true);
  assert.equal(chips()[0].count, 61);
  own.stored(2, '👍');
  assert.deepEqual([chips()[0].count, chips()[0].mine], [60, true]);
});

test('after a gap only the lists count', () => {
  const { state, own } = shown();
  own.wish(2, '👍', true);
  state.gap({ type: 'gap', room: 'r', from: 4, to: 9 });
  assert.equal(own.wanted(2, '👍'), undefined);
});

test('the quick reactions are the last ones, filled up with common ones', () => {
  assert.deepEqual(quickEmoji(), ['👍', '❤️', '😂']);
  assert.deepEqual(quickEmoji(['🎉', '👍']), ['🎉', '👍', '❤️']);
  assert.deepEqual(quickEmoji(['1', '2', '3', '4']), ['1', '2', '3']);
});

test('a reaction of a deleted account is counted without a name', () => {
  const before = message(1, { reactions: [{ emoji: '👍', count: 1, usernames: ['bob'] }] });
  const after = afterReaction(before, /** @type {any} */ ({ type: 'reaction_added', emoji: '👍', username: null, count: 2 }));
  assert.deepEqual(after.reactions, [{ emoji: '👍', count: 2, usernames: ['bob'] }]);
});

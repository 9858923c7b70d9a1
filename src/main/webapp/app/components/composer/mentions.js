/** @import {RoomState} from '../../models/room-state.js' */
/** @import {User} from '../../models/wire.js' */
/** @import {Candidate} from '../../models/completing.js' */
/** @import {Word} from '../../models/everyone.js' */
/** @import {Source} from './completion.js' */
import { html } from 'lit';
import { candidates, mentionAt } from '../../models/completing.js';
import { reaches, wordsFor } from '../../models/everyone.js';
import { colourAmong } from '../../models/faces.js';
import { avatar, handle, named } from '../common/pieces.js';
import { offered } from './everyone.js';

/**
 * People to mention after an `@`, and the words that mention everybody.
 * @param {() => RoomState} state
 * @param {() => User} me
 * @returns {Source<Candidate | Word>}
 */
export const mentions = (state, me) => ({
  at: mentionAt,
  find: (query) => withWords(candidates(peopleIn(state()), query), reaches(me(), state().room) ? wordsFor(query) : [], query),
  draw: (one) => (typeof one === 'string' ? offered(one) : person(one, state())),
  take: (one) => `@${typeof one === 'string' ? one : one.username}`,
  offer: 'mention.offer',
  count: 'mention.count',
});

/**
 * People come first, so that nobody mentions everybody by a quick Enter; unless the word is there already.
 * @param {Candidate[]} people
 * @param {Word[]} words
 * @param {string} query
 */
const withWords = (people, words, query) => (words.some((word) => word === query.toLowerCase()) ? [...words, ...people] : [...people, ...words]);

/**
 * @param {Candidate} one
 * @param {RoomState} state
 */
const person = (one, state) => html`${avatar(one, undefined, colourAmong(one.username, state.members?.list))}
    <span class="offer-name">${named(one.displayName)}</span> <span class="faint">${handle(one.username)}</span>`;

/** @param {RoomState} state @returns {Candidate[]} the members of the room, or both users of a conversation */
function peopleIn({ members, room, me }) {
  if (room.peer) return room.peer.username ? [room.peer] : [];
  return (members?.list.map(({ user }) => user) ?? room.people ?? []).filter(({ username }) => username && username !== me);
}

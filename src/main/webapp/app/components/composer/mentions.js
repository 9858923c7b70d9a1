/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Candidate} from '../../models/completing.js' */
/** @import {Source} from './completion.js' */
import { html } from 'lit';
import { candidates, mentionAt } from '../../models/completing.js';
import { colourAmong } from '../../models/faces.js';
import { avatar, handle, named } from '../common/pieces.js';

/**
 * People to mention after an `@`.
 * @param {() => RoomState} state
 * @returns {Source<Candidate>}
 */
export const mentions = (state) => ({
  at: mentionAt,
  find: (query) => candidates(peopleIn(state()), query),
  draw: (person) => html`${avatar(person, undefined, colourAmong(person.username, state().members?.list))}
    <span class="offer-name">${named(person.displayName)}</span> <span class="faint">${handle(person.username)}</span>`,
  take: ({ username }) => `@${username}`,
  offer: 'mention.offer',
  count: 'mention.count',
});

/** @param {RoomState} state @returns {Candidate[]} the members of the room, or both users of a conversation */
function peopleIn({ members, room, me }) {
  if (room.peer) return room.peer.username ? [room.peer] : [];
  return (members?.list ?? []).map(({ user }) => user).filter(({ username }) => username && username !== me);
}

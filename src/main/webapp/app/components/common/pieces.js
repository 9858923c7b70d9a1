/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Room, User} from '../../models/wire.js' */
import { html, nothing, svg } from 'lit';
import { t, times } from '../../language.js';
import { colourOf, HUES, initialsOf } from '../../models/faces.js';

/** Small things drawn in many places. */

/** @param {string} name a symbol of the sprite */
export const icon = (name) => html`<svg class="icon" aria-hidden="true">${svg`<use href=${`#icon-${name}`}></use>`}</svg>`;

/**
 * @param {{username: string | null, displayName: string}} who
 * @param {string} [presence] `online`, `away` or `offline`; nothing where it does not matter
 * @param {number} [colour] where it is another than the name's own
 */
export function avatar({ username, displayName }, presence, colour = colourOf(username ?? '')) {
  const name = displayName || username || '?';
  return html`<span class="avatar face-${colour} ${colour < HUES ? '' : 'deep'}" aria-hidden="true">${initialsOf(name)}${presence
    ? html`<span class="presence ${presence}"></span>`
    : nothing}</span>`;
}

/** @param {Room} room */
export function roomGlyph(room) {
  if (room.kind === 'direct') return icon('message');
  if (room.archived) return icon('archive');
  if (room.kind === 'private') return icon('lock');
  return icon(room.hasPassword ? 'key' : 'hash');
}

/** @param {string} name people's names may be of any script; none may turn round what stands beside it */
export const named = (name) => html`<bdi>${name}</bdi>`;

/** @param {string | null} username with the sign before it, in a page that runs from right to left too */
export const handle = (username) => html`<bdi>@${username}</bdi>`;

/** @param {RoomState} state @returns {string} what a room or a conversation is called */
export function titleOf({ room, notes }) {
  if (notes) return t('direct.notes');
  return room.peer ? nameOf(room.peer) : room.name;
}

/** @param {Pick<User, 'username' | 'displayName'>} user */
export const nameOf = ({ username, displayName }) => displayName || username || t('member.deleted');

/** @param {Pick<User, 'presence' | 'lastSeenAt'>} user @returns {string} whether somebody is there, and else since when not */
export function presenceText({ presence, lastSeenAt }) {
  if (presence === 'online') return t('presence.online');
  if (presence === 'away') return t('presence.away');
  return lastSeenAt ? t('presence.seen', { time: times.ago(lastSeenAt, new Date()) }) : t('presence.offline');
}

/** @param {string} text */
export const errorLine = (text) => (text ? html`<p class="error" role="alert">${icon('alert')}<span>${text}</span></p>` : nothing);

/**
 * What stands for a list that is not there: that it is on its way, or a way to ask again.
 * @param {string} error why it could not be fetched
 * @param {() => void} again
 */
export const notYet = (error, again) => (error ? html`<button @click=${again}>${t('action.retry')}</button>` : html`<div class="skeleton-lines" aria-busy="true"></div>`);

/** The mark of Parley: two who speak, their words overlapping. */
export const mark = () => html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">${svg`
  <path class="mark-back" d="M12 3h10a7 7 0 0 1 7 7v4a7 7 0 0 1-3 5.7V25l-5.2-4H17"></path>
  <path class="mark-front" d="M10 9h7a6.5 6.5 0 0 1 6.5 6.500v1A6.5 6.5 0 0 1 17 23h-4.500L7 28v-5.700A6.5 6.5 0 0 1 3.5 16.500v-1A6.5 6.5 0 0 1 10 9z"></path>`}</svg>`;

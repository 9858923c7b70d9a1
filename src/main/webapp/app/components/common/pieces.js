/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Room, User} from '../../models/wire.js' */
import { html, nothing, svg } from 'lit';
import { t, times } from '../../language.js';
import { colourOf, HUES, initialsOf, pictureOf } from '../../models/faces.js';
import { isGroup, namesIn } from '../../models/groups.js';

/** Small templates that many components use. */

/** @param {string} name of a symbol in the sprite */
export const icon = (name) => html`<svg class="icon" aria-hidden="true">${svg`<use href=${`#icon-${name}`}></use>`}</svg>`;

/**
 * The picture of a person, or the initials. They stay behind the picture until it has come.
 * @param {{username: string | null, displayName: string, avatarUrl?: string | null}} who
 * @param {string} [presence] `online`, `away` or `offline`; omitted if it does not matter
 * @param {number} [colour] if it is not the colour of the name
 */
export function avatar(who, presence, colour = colourOf(who.username ?? '')) {
  const name = who.displayName || who.username || '?';
  const picture = pictureOf(who);
  return html`<span class="avatar face-${colour} ${colour < HUES ? '' : 'deep'}" aria-hidden="true">${initialsOf(name)}${picture
    ? html`<img src=${picture} alt="" width="36" height="36" decoding="async" draggable="false" @load=${settled} @error=${settled} />`
    : nothing}${presence ? html`<span class="presence ${presence}"></span>` : nothing}</span>`;
}

/** @param {Event} event */
const settled = ({ target, type }) => /** @type {Element} */ (target).classList.toggle('loaded', type === 'load');

/**
 * The face of a group: its emoji, or else two of its people, or fewer.
 * @param {User[]} others
 * @param {Room} room
 */
export const groupFace = (others, { emoji }) => emoji
  ? html`<span class="faces emoji" aria-hidden="true">${emoji}</span>`
  : html`<span class="faces" aria-hidden="true">${others.slice(0, 2).map((user) => avatar(user))}${others.length > 1 ? nothing : html`<span class="avatar nobody">${icon('people')}</span>`}</span>`;

/** @param {Room} room @returns {unknown} the emoji of a room, or a sign for what kind of room it is */
export const roomGlyph = (room) => (room.emoji ? html`<span class="room-emoji" aria-hidden="true">${room.emoji}</span>` : kindGlyph(room));

/** @param {Room} room */
function kindGlyph(room) {
  if (room.kind === 'direct') return icon('message');
  if (isGroup(room)) return icon('people');
  if (room.archived) return icon('archive');
  if (room.kind === 'private') return icon('lock');
  return icon(room.hasPassword ? 'key' : 'hash');
}

/** @param {Room} room @returns {unknown} a sign for a room or a conversation that notifies of nothing */
export const silentSign = ({ membership }) => (membership?.notify === 'none' ? html`<span class="silent" title=${t('attention.off')}>${icon('silent')}<span class="hidden">${t('attention.off')}</span></span>` : nothing);

/**
 * @param {string} name in any script; `bdi` keeps it from reordering the text around it
 * @param {string} [title] more about it, as a tooltip
 */
export const named = (name, title) => html`<bdi title=${title ?? nothing}>${name}</bdi>`;

/** @param {string} time in few words; the full time is its tooltip */
export const moment = (time) => html`<time datetime=${time} title=${times.full.format(new Date(time))}>${times.moment(time)}</time>`;

/** @param {string | null} username shown with its sign before it, also in a page that runs from right to left */
export const handle = (username) => html`<bdi>@${username}</bdi>`;

/** @param {RoomState} state @returns {string} the title of a room or a conversation */
export function titleOf({ room, notes, me }) {
  if (notes) return t('direct.notes');
  return room.peer ? nameOf(room.peer) : nameOfRoom(room, me);
}

/**
 * @param {Room} room
 * @param {string} me
 * @returns {string} its name, or the names of the others in it
 */
export const nameOfRoom = (room, me) => (isGroup(room) ? namesIn(room, me) || t('group.alone') : room.name);

/** @param {Pick<User, 'username' | 'displayName'>} user */
export const nameOf = ({ username, displayName }) => displayName || username || t('member.deleted');

/** @param {Pick<User, 'presence' | 'lastSeenAt'>} user @returns {string} the presence, or when they were last here */
export function presenceText({ presence, lastSeenAt }) {
  if (presence === 'online') return t('presence.online');
  if (presence === 'away') return t('presence.away');
  return lastSeenAt ? t('presence.seen', { time: times.ago(lastSeenAt, new Date()) }) : t('presence.offline');
}

/** @param {string} text */
export const errorLine = (text) => (text ? html`<p class="error" role="alert">${icon('alert')}<span>${text}</span></p>` : nothing);

/**
 * Stands in for a list that is not loaded: it says "loading", or offers to try again.
 * @param {string} error why loading failed; empty while it is loading
 * @param {() => void} again
 */
export const notYet = (error, again) => (error ? html`<button @click=${again}>${t('action.retry')}</button>` : html`<div class="skeleton-lines" aria-busy="true"></div>`);

/** The logo of Parley: two speech bubbles that overlap. */
export const mark = () => html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">${svg`
  <path class="mark-back" d="M12 3h10a7 7 0 0 1 7 7v4a7 7 0 0 1-3 5.7V25l-5.2-4H17"></path>
  <path class="mark-front" d="M10 9h7a6.5 6.5 0 0 1 6.5 6.500v1A6.5 6.5 0 0 1 17 23h-4.500L7 28v-5.700A6.5 6.5 0 0 1 3.5 16.500v-1A6.5 6.5 0 0 1 10 9z"></path>`}</svg>`;

/** @param {string} text about something that usually takes no time; it is shown when a second has passed */
export const late = (text) => html`<span class="late">${text}</span>`;

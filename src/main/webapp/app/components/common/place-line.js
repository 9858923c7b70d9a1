/** @import {Hit, Item} from '../../models/palette.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {User} from '../../models/wire.js' */
/** @import {Goal} from './places.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { piecesOf } from '../../models/palette.js';
import { unreadCount } from './attention.js';
import { avatar, groupFace, named, presenceText, roomGlyph } from './pieces.js';

/** @param {Hit<Goal>} hit @returns {unknown} one line about a room or a person that was found */
export function placeLine(hit) {
  const { item } = hit;
  if (item.kind === 'room') return roomLine(hit, item);
  return 'others' in item ? groupLine(hit, item) : personLine(hit, item);
}

/**
 * @param {Hit<Goal>} hit
 * @param {Goal & {kind: 'room'}} item
 */
function roomLine(hit, { room, state }) {
  const special = room.archived ? t('place.archived') : state ? '' : t('place.notJoined');
  return html`${roomGlyph(room)} <span class="place-name">${nameIn(hit, 0)}</span>
    <span class="place-more faint">${special}${special && room.topic ? ' · ' : nothing}${room.topic ? named(room.topic) : nothing}</span>
    ${state ? unreadCount(state) : nothing}`;
}

/**
 * @param {Hit<Goal>} hit
 * @param {Goal & {kind: 'person', others: User[], state: RoomState}} item
 */
const groupLine = (hit, { others, state }) => html`${groupFace(others, state.room)} <span class="place-name">${nameIn(hit, 0)}</span> <span class="place-more"></span> ${unreadCount(state)}`;

/**
 * @param {Hit<Goal>} hit
 * @param {Goal & {kind: 'person', user: User}} item
 */
function personLine(hit, { user, names, state }) {
  const notes = names.length > 2;
  return html`${avatar(user, notes ? undefined : user.presence)} <span class="place-name">${nameIn(hit, 0)}</span>
    <span class="place-more faint"><bdi>@${nameIn(hit, names.length - 1)}</bdi>${notes ? nothing : html`<span class="hidden">, ${presenceText(user)}</span>`}</span>
    ${state ? unreadCount(state) : nothing}`;
}

/**
 * @param {Hit<Item>} hit
 * @param {number} at which of the names
 * @returns {unknown} the name, with the matching letters marked
 */
export function nameIn({ item, name, letters }, at) {
  const text = item.names[at];
  if (at !== name || !letters.size) return named(text);
  return html`<bdi>${piecesOf(text, letters).map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text))}</bdi>`;
}

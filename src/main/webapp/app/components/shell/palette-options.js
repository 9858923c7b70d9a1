/** @import {Hit} from '../../models/palette.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {User} from '../../models/wire.js' */
/** @import {Offer} from './palette-items.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { piecesOf } from '../../models/palette.js';
import { unreadCount } from '../common/attention.js';
import { drawnKeys } from '../common/keys.js';
import { avatar, groupFace, icon, named, presenceText, roomGlyph } from '../common/pieces.js';

/** @param {Hit<Offer>} hit @returns {unknown} what stands in the option */
export function optionOf(hit) {
  const { item } = hit;
  if (item.kind === 'room') return roomOption(hit, item);
  if (item.kind === 'person') return 'others' in item ? groupOption(hit, item) : personOption(hit, item);
  const { command } = item;
  return html`${icon(command.icon ?? '')} <span class="offer-name">${nameIn(hit, 0)}</span>
    ${command.keys ? html`<span class="palette-keys">${drawnKeys(command.keys[0])}</span>` : nothing}`;
}

/**
 * @param {Hit<Offer>} hit
 * @param {Offer & {kind: 'room'}} item
 */
const roomOption = (hit, { room, state }) => html`${roomGlyph(room)} <span class="offer-name">${nameIn(hit, 0)}</span>
  <span class="palette-more faint">${room.archived ? t('palette.archived') : state ? nothing : t('palette.notJoined')} ${room.topic ? named(room.topic) : nothing}</span>
  ${state ? unreadCount(state) : nothing}`;

/**
 * @param {Hit<Offer>} hit
 * @param {Offer & {kind: 'person', others: User[], state: RoomState}} item
 */
const groupOption = (hit, { others, state }) => html`${groupFace(others)} <span class="offer-name">${nameIn(hit, 0)}</span> <span class="palette-more"></span> ${unreadCount(state)}`;

/**
 * @param {Hit<Offer>} hit
 * @param {Offer & {kind: 'person', user: User}} item
 */
function personOption(hit, { user, names, state }) {
  const notes = names.length > 2;
  return html`${avatar(user, notes ? undefined : user.presence)} <span class="offer-name">${nameIn(hit, 0)}</span>
    <span class="palette-more faint"><bdi>@${nameIn(hit, names.length - 1)}</bdi>${notes ? nothing : html`<span class="hidden">, ${presenceText(user)}</span>`}</span>
    ${state ? unreadCount(state) : nothing}`;
}

/**
 * @param {Hit<Offer>} hit
 * @param {number} at which of the names
 * @returns {unknown} the name, with the matching letters marked
 */
function nameIn({ item, name, letters }, at) {
  const text = item.names[at];
  if (at !== name || !letters.size) return named(text);
  return html`<bdi>${piecesOf(text, letters).map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text))}</bdi>`;
}

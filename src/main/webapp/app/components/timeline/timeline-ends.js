/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { t, times, tx } from '../../language.js';
import { root } from '../../lib/place.js';
import { roomAddress } from '../../models/route.js';
import { openDialog } from '../common/dialog.js';
import { avatar, icon, named, nameOf, roomGlyph } from '../common/pieces.js';
import { copy } from '../common/toast.js';
import { personButton } from '../people/person-button.js';

/** Names by which a machine reaches nobody but itself. */
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;

/**
 * Where the room begins, and what to do in one where nothing has been said.
 * @param {RoomState} state
 * @param {Chat} chat
 */
export function startOfRoom(state, chat) {
  const { room, timeline } = state;
  if (room.peer) return startOfConversation(state);
  const empty = timeline.messages.length === 0 && !room.archived;
  return html`<section class="start">
    <div class="start-glyph">${roomGlyph(room)}</div>
    <h2>${tx('start.of', { room: named(room.name) })}</h2>
    <p>${t('start.since', { date: times.date.format(new Date(room.createdAt)) })} ${empty ? t('start.empty') : nothing}</p>
    ${room.topic ? html`<p class="start-topic">${named(room.topic)}</p>` : nothing}
    ${room.memberCount <= 1 ? firstSteps(room.name, chat) : nothing}
  </section>`;
}

/** @param {RoomState} state */
function startOfConversation({ room, notes }) {
  const { peer } = room;
  if (!peer) return nothing;
  const name = named(nameOf(peer));
  return html`<section class="start">
    ${avatar(peer)}
    <h2>${notes ? t('direct.notes') : peer.username ? personButton(peer.username, name, 'start-name', 0) : name}</h2>
    <p>${notes ? t('direct.notesStart') : tx('direct.start', { name })}</p>
    ${peer.bio && !notes ? html`<p class="start-topic">${named(peer.bio)}</p>` : nothing}
  </section>`;
}

/**
 * @param {string} roomName
 * @param {Chat} chat
 */
function firstSteps(roomName, chat) {
  const only = chat.rooms.all.length <= 1;
  const address = new URL(roomAddress(roomName), root).href;
  return html`<div class="first-steps">
    <h3>${t(only ? 'first.title' : 'first.inRoom')}</h3>
    <p>${t('first.share')}</p>
    <p class="share"><code>${address}</code>
      <button class="small" @click=${(/** @type {Event} */ event) => copy(/** @type {Element} */ (event.currentTarget), address)}>${icon('copy')} ${t('first.copy')}</button></p>
    ${LOOPBACK.test(location.hostname) ? html`<p class="faint">${t('first.onlyHere')}</p>` : nothing}
    ${only
      ? html`<p>${t('first.room')}</p>
          <button class="small" @click=${(/** @type {Event} */ event) => openDialog(/** @type {Element} */ (event.currentTarget), 'create-room')}>
            ${icon('plus')} ${t('rooms.create')}</button>`
      : nothing}
  </div>`;
}

/** @param {boolean} some whether rows follow, so that only a few stand for what is on its way */
export function skeletonRows(some) {
  return html`<div class="skeleton-rows ${some ? 'few' : ''}" aria-hidden="true">
    ${Array.from({ length: some ? 3 : 9 }, (_, i) => html`<div class="skeleton-row w${(i * 5) % 7}"><span></span><div><i></i><i></i></div></div>`)}
  </div>`;
}

/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { t, times, tx } from '../../language.js';
import { root } from '../../lib/place.js';
import { isGroup, othersIn } from '../../models/groups.js';
import { roomAddress } from '../../models/route.js';
import { isNewcomer } from '../../models/side.js';
import { openDialog } from '../common/dialog.js';
import { avatar, groupFace, icon, named, nameOf, roomGlyph, titleOf } from '../common/pieces.js';
import { copy } from '../common/toast.js';
import { personButton } from '../people/person-button.js';

/** Host names that only this machine can reach. */
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;

/**
 * The beginning of the room, with first steps if the room has no messages.
 * @param {RoomState} state
 * @param {Chat} chat
 */
export function startOfRoom(state, chat) {
  const { room, timeline } = state;
  if (room.peer) return startOfConversation(state);
  if (isGroup(room)) return startOfGroup(state);
  const empty = timeline.messages.length === 0 && !room.archived;
  return html`<section class="start">
    <div class="start-glyph">${roomGlyph(room)}</div>
    <h2>${tx('start.of', { room: named(room.name) })}</h2>
    <p>${t('start.since', { date: times.date.format(new Date(room.createdAt)) })}</p>
    ${empty ? html`<p>${t('start.empty')}</p>` : nothing}
    ${room.topic ? html`<p class="start-topic">${named(room.topic)}</p>` : nothing}
    ${room.memberCount <= 1 ? firstSteps(state, chat) : isNewcomer(chat.rooms) ? welcome() : nothing}
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
    ${notes || peer.username ? html`<p>${notes ? t('direct.notesStart') : tx('direct.start', { name })}</p>` : nothing}
    ${peer.bio && !notes ? html`<p class="start-topic">${named(peer.bio)}</p>` : nothing}
  </section>`;
}

/** @param {RoomState} state */
function startOfGroup(state) {
  const { room, me } = state;
  const others = othersIn(room, me);
  const people = others.map((user, i) => html`${i ? ', ' : ''}${personButton(user.username, named(nameOf(user)), 'start-name', 0)}`);
  return html`<section class="start">
    ${groupFace(others, room)}
    <h2>${named(titleOf(state))}</h2>
    <p>${others.length ? tx('group.start', { people }) : t('group.startAlone')}</p>
    ${room.topic ? html`<p class="start-topic">${named(room.topic)}</p>` : nothing}
    <p>${step('people', 'roomMembers.add', 'room-settings', { state, tab: 'members' })}</p>
  </section>`;
}

/**
 * How to bring others into a room in which the user is alone.
 * @param {RoomState} state
 * @param {Chat} chat
 */
function firstSteps(state, chat) {
  const only = isNewcomer(chat.rooms);
  return html`<div class="first-steps">
    <h3>${t(only ? 'first.title' : 'first.inRoom')}</h3>
    ${state.room.kind === 'private' ? addPeople(state) : share(state)}
    ${only ? html`<p>${t('first.room')}</p> ${step('plus', 'rooms.create', 'create-room')}` : nothing}
  </div>`;
}

/** @param {RoomState} state */
function addPeople(state) {
  return html`<p>${t('first.private')}</p> ${step('people', 'roomMembers.add', 'room-settings', { state, tab: 'members' })}`;
}

/** @param {RoomState} state */
function share({ room }) {
  const address = new URL(roomAddress(room.name), root).href;
  return html`<p>${t('first.share')}</p>
    <p class="share"><code>${address}</code>
      <button class="small" @click=${(/** @type {Event} */ event) => copy(/** @type {Element} */ (event.currentTarget), address)}>${icon('copy')} ${t('first.copy')}</button></p>
    ${LOOPBACK.test(location.hostname) ? html`<p class="faint">${t('first.onlyHere')}</p>` : nothing}`;
}

/** The first steps for a new user. */
function welcome() {
  return html`<div class="first-steps">
    <h3>${t('first.welcome')}</h3>
    <p>${t('first.look')}</p>
    <p class="share">${step('compass', 'rooms.browse', 'browse-rooms')} ${step('plus', 'rooms.create', 'create-room')} ${step('gear', 'first.profile', 'settings')}</p>
  </div>`;
}

/**
 * A button that opens a dialog.
 * @param {string} sign
 * @param {Key} label
 * @param {string} dialog
 * @param {Record<string, unknown>} [props]
 */
function step(sign, label, dialog, props) {
  const open = (/** @type {Event} */ event) => openDialog(/** @type {Element} */ (event.currentTarget), dialog, props);
  return html`<button class="small" @click=${open}>${icon(sign)} ${t(label)}</button>`;
}

/** @param {boolean} some whether rows follow; then only a few placeholders are shown */
export function skeletonRows(some) {
  return html`<div class="skeleton-rows ${some ? 'few' : ''}" aria-hidden="true">
    ${Array.from({ length: some ? 3 : 9 }, (_, i) => html`<div class="skeleton-row w${(i * 5) % 7}"><span></span><div><i></i><i></i></div></div>`)}
  </div>`;
}

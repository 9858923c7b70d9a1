/** @import {RoomState} from '../../models/room-state.js' */
/** @import {List} from './list-actions.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times, tx } from '../../language.js';
import { isGroup, othersIn } from '../../models/groups.js';
import { addressIn } from '../../models/route.js';
import { isMuted, isNew } from '../../models/side.js';
import { unreadCount } from '../common/attention.js';
import { avatar, groupFace, icon, named, roomGlyph, silentSign, titleOf } from '../common/pieces.js';
import { said } from '../files/said.js';
import { unsentSign } from '../common/unsent.js';
import { systemText } from '../timeline/system-text.js';
import { actionsOn } from './list-actions.js';

const PREVIEW = 120;

/**
 * Entries of the list: rooms, and conversations and groups with the last message.
 * @param {List} list
 * @param {RoomState[]} states
 * @param {string | null} current the id of the open one
 */
export const listRows = (list, states, current) =>
  html`<ul class="rooms">${repeat(states, ({ id }) => id, (state) => html`<li class="entry" data-id=${state.id}>${entry(list, state, current)} ${tools(list, state)}</li>`)}</ul>`;

/**
 * @param {List} list
 * @param {RoomState} state
 * @param {string | null} current
 */
function entry({ chat }, state, current) {
  const { room, id } = state;
  const talk = state.direct || isGroup(room);
  const signs = html`${unsentSign(chat, id, current)} ${silentSign(room)} ${unreadCount(state)}`;
  return html`<a href=${addressIn(room)} aria-current=${id === current ? 'page' : nothing}
    class="room-link ${talk ? 'person-link' : ''} ${isNew(state) ? 'has-unread' : ''} ${isMuted(state) ? 'muted' : ''} ${room.archived ? 'archived' : ''}">
    ${talk ? person(state, chat.me.username, signs) : html`${roomGlyph(room)} <span class="room-name">${named(room.name)}</span> ${signs}`}
  </a>`;
}

/**
 * @param {RoomState} state
 * @param {string} me
 * @param {unknown} signs
 */
function person(state, me, signs) {
  const { room, notes } = state;
  const { peer, lastMessage } = room;
  return html`${peer ? avatar(peer, notes || !peer.username ? undefined : peer.presence) : groupFace(othersIn(room, me), room)}
    <span class="person-text">
      <span class="person-name">${named(titleOf(state))}</span>
      ${notes || !peer?.username ? nothing : html`<span class="hidden">${t(`presence.${peer.presence}`)}</span>`}
      <span class="preview">${preview(state, me)}</span>
    </span>
    <span class="person-end">
      ${lastMessage ? html`<time datetime=${lastMessage.createdAt}>${times.short(lastMessage.createdAt, new Date())}</time>` : nothing}
      <span class="person-signs">${signs}</span>
    </span>`;
}

/**
 * The last message in one line.
 * @param {RoomState} state
 * @param {string} me
 */
function preview({ room: { lastMessage: message, peer }, typing, notes }, me) {
  if (typing.usernames.length) return html`<span class="is-typing">${t('typing.brief')}</span>`;
  if (!message) return nothing;
  if (message.deleted) return t('message.deleted');
  if (message.kind === 'system') return systemText(message, named);
  const text = html`<bdi>${said(message).slice(0, PREVIEW).replace(/\s+/g, ' ')}</bdi>`;
  if (message.sender.username === me) return notes ? text : tx('direct.you', { text });
  return peer ? text : tx('group.said', { name: named(message.sender.displayName), text });
}

/**
 * The actions under the mouse. Keys and a long press lead to the same actions, so the Tab key leaves these out.
 * @param {List} list
 * @param {RoomState} state
 */
function tools(list, state) {
  const toggles = actionsOn(list, state).filter(({ pressed }) => pressed !== undefined);
  return html`<span class="entry-tools">${toggles.map(({ icon: sign, label, pressed, act }) => html`<button class="quiet square small" tabindex="-1"
    title=${t(label)} aria-label="${t(label)}: ${titleOf(state)}" data-pressed=${String(pressed)} @click=${act}>${icon(sign)}</button>`)}</span>`;
}

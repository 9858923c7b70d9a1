/** @import {RoomState} from '../../models/room-state.js' */
/** @import {List} from './list-actions.js' */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t, times, tx } from '../../language.js';
import { plain } from '../../models/markdown.js';
import { addressIn } from '../../models/route.js';
import { isMuted, isNew } from '../../models/side.js';
import { unreadCount } from '../common/attention.js';
import { avatar, icon, named, roomGlyph, silentSign, titleOf } from '../common/pieces.js';
import { unsentSign } from '../common/unsent.js';
import { actionsOn } from './list-actions.js';

const PREVIEW = 120;

/**
 * Entries of the list: rooms, and conversations with the last message.
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
  const { room, id, direct } = state;
  const signs = html`${unsentSign(chat, id, current)} ${silentSign(room)} ${unreadCount(state)}`;
  return html`<a href=${addressIn(room)} aria-current=${id === current ? 'page' : nothing}
    class="room-link ${direct ? 'person-link' : ''} ${isNew(state) ? 'has-unread' : ''} ${isMuted(state) ? 'muted' : ''} ${room.archived ? 'archived' : ''}">
    ${direct ? person(state, chat.me.username, signs) : html`${roomGlyph(room)} <span class="room-name">${named(room.name)}</span> ${signs}`}
  </a>`;
}

/**
 * @param {RoomState} state
 * @param {string} me
 * @param {unknown} signs
 */
function person(state, me, signs) {
  const { room: { peer, lastMessage }, notes } = state;
  if (!peer) return nothing;
  return html`${avatar(peer, notes ? undefined : peer.presence)}
    <span class="person-text">
      <span class="person-name">${named(titleOf(state))}</span>
      ${notes ? nothing : html`<span class="hidden">${t(`presence.${peer.presence}`)}</span>`}
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
function preview({ room: { lastMessage: message }, typing, notes }, me) {
  if (typing.usernames.length) return html`<span class="is-typing">${t('typing.brief')}</span>`;
  if (!message) return nothing;
  if (message.deleted) return t('message.deleted');
  const text = html`<bdi>${plain(message.body).slice(0, PREVIEW).replace(/\s+/g, ' ')}</bdi>`;
  return message.sender.username === me && !notes ? tx('direct.you', { text }) : text;
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

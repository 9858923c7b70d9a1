/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { html, nothing } from 'lit';
import { language, t } from '../../language.js';
import { drawBadge } from '../../lib/badge.js';
import { waitingIn } from '../../models/attention.js';
import { MANY } from '../../models/room-state.js';
import { titleOf } from './pieces.js';

const SHAPE = 'M10 5h12a8 8 0 0 1 8 8v3a8 8 0 0 1-8 8h-6l-7 6v-6.200A8 8 0 0 1 2 16v-3a8 8 0 0 1 8-8z';

/**
 * Shows the number of unread messages in the tab's title, in its icon and on the icon of the installed app.
 * @param {Chat | null} chat
 */
export function drawAttention(chat) {
  const waiting = chat?.attending.waiting ?? 0;
  const open = chat?.all.find((state) => state.open);
  const room = open && titleOf(open);
  const title = `${waiting ? `(${count(waiting)}) ` : ''}${room ? `${room} – ` : ''}Parley`;
  if (document.title !== title) document.title = title;
  const link = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=icon]'));
  const href = waiting ? withCount(waiting) : 'app/favicon.svg';
  if (link.getAttribute('href') !== href) link.setAttribute('href', href);
  drawBadge(waiting);
  chat?.attending.tidy();
}

/** @param {number} unread */
export const count = (unread) => (unread >= MANY ? `${language.number.format(MANY - 1)}+` : language.number.format(unread));

/**
 * The unread count of an entry in a list. It is quiet if it counts nothing that the user asked to be notified of, and
 * has an "@" if somebody mentions the user.
 * @param {RoomState} state
 */
export function unreadCount(state) {
  const { unread, room } = state;
  if (!unread) return nothing;
  const mentioned = room.membership?.mentions ?? 0;
  return html`<span class="count ${waitingIn([state]) ? (mentioned ? 'mentions' : '') : 'quiet'}">${mentioned ? html`<b aria-hidden="true">@</b>` : nothing}${count(unread)}<span class="hidden">
    ${t('rooms.unread', { count: unread })} ${mentioned ? t('rooms.mentions', { count: mentioned }) : nothing}</span></span>`;
}

/** @param {number} unread */
function withCount(unread) {
  const text = unread > 99 ? '99' : String(unread);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0f766e" d="${SHAPE}"/>` +
    '<circle cx="22" cy="22" r="10" fill="#c2410c"/><text x="22" y="26.5" font-family="sans-serif" font-size="13" ' +
    `font-weight="700" fill="#fff" text-anchor="middle">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

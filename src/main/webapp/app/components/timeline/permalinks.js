/** @import {RoomState} from '../../models/room-state.js' */
/** @import {RowsHost} from './handled-rows.js' */
import { t } from '../../language.js';
import { root } from '../../lib/place.js';
import { lastingAddress, routeOf } from '../../models/route.js';
import { copy, toast } from '../common/toast.js';

/**
 * Copies the address of a message.
 * @param {RowsHost} timeline
 * @param {number} seq
 */
export const copyLink = (timeline, seq) => copy(timeline, new URL(lastingAddress(timeline.state.room, seq), root).href);

/**
 * The user has come to the message of a link. It gets the focus. If the message is gone, a toast says so.
 * @param {RowsHost} timeline
 * @param {HTMLElement} row of the message, or of the nearest one before it
 * @param {number} seq the number in the link
 * @returns {string | null} the key of the row to highlight
 */
export function arrive(timeline, row, seq) {
  const message = timeline.state.timeline.find(seq);
  if (!message) toast(timeline, t('link.absent'), 'error');
  else if (message.deleted) toast(timeline, t('link.deleted'), 'info');
  row.focus({ preventScroll: true });
  return message ? (row.dataset.key ?? null) : null;
}

/**
 * Whether a click is on a link to the message that the address already has. The link may name the room otherwise, for
 * example by its id. The browser then changes only that name in the address, or nothing.
 * @param {EventTarget | null} target of the click
 * @param {RoomState} state the open room
 * @param {number | null} seq the number in the address
 */
export function leadsHere(target, { id, room }, seq) {
  const link = target instanceof Element ? target.closest('a') : null;
  const route = routeOf(link?.getAttribute('href') ?? '');
  if (seq === null || !('seq' in route) || route.seq !== seq) return false;
  const name = (route.page === 'room' ? route.room : route.username).toLowerCase();
  return [id, room.id, route.page === 'room' ? room.name : room.peer?.username].some((one) => one?.toLowerCase() === name);
}

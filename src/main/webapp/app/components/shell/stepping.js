/** @import {Place} from './commands.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { language, t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { neighbour, nextUnread } from '../../models/followed.js';
import { addressIn } from '../../models/route.js';
import { entriesOf } from '../../models/side.js';
import { toast } from '../common/toast.js';

/** Goes from room to room, and on to the conversations, in the order of the list. */

/**
 * @param {Place} place
 * @param {1 | -1} way
 * @param {boolean} [unreadOnly]
 */
export function step(place, way, unreadOnly = false) {
  const { page, state } = place;
  const next = unreadOnly ? unreadFrom(place, way) : neighbour(listed(place, preferences.onlyUnread), state?.id, way, false);
  if (next && next === state) goOn(place, next);
  else if (next) location.hash = addressIn(next.room);
  else if (unreadOnly) toast(page, t('unread.none'), 'info');
}

/**
 * @param {Place} place
 * @param {1 | -1} way forward it goes to mentions first, backward by the list alone
 * @returns {RoomState | undefined} the next with something unread
 */
export const unreadFrom = (place, way) => (way > 0 ? nextUnread(listed(place, false), place.state?.id) : neighbour(listed(place, false), place.state?.id, way, true));

/**
 * @param {Place} place
 * @param {boolean} onlyUnread
 * @returns {RoomState[]}
 */
const listed = ({ chat, state }, onlyUnread) => entriesOf(chat, { query: '', onlyUnread, current: state?.id ?? null }, language.collator);

/**
 * @param {Place} place
 * @param {RoomState} state the open room, which has the only unread messages
 */
async function goOn({ chat, timeline }, state) {
  const first = await chat.paging.firstUnread(state);
  if (first) timeline?.go(first.seq);
}

/** @import {RoomState} from '../../models/room-state.js' */
import { t, tx } from '../../language.js';
import { named } from '../common/pieces.js';

/** @param {RoomState} state @returns {unknown} a sentence that names the users who are typing */
export function typingText(state) {
  const names = state.typing.usernames.map((username) => named(state.nameOf(username)));
  if (names.length === 0) return '';
  if (names.length === 1) return tx('typing.one', { name: names[0] });
  if (names.length === 2) return tx('typing.two', { one: names[0], other: names[1] });
  return t('typing.several');
}

/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Attachment, Files, Message, Quote} from '../../models/wire.js' */
import { t } from '../../language.js';
import { filesOf, wordsFor } from '../../models/attached.js';
import { plain } from '../../models/markdown.js';

/** What a message says in one line, where its files are not shown. */

/** @param {Attachment[]} [files] @returns {string} */
export const filesSaid = (files) => inWords(filesOf(files));

/** @param {Files} [files] @returns {string} */
function inWords(files) {
  const words = wordsFor(files);
  return words ? t(words.key, words.values) : '';
}

/** @param {Pick<Message, 'body' | 'attachments'>} message @returns {string} its text without marks, or else which files it has */
export const said = ({ body, attachments }) => plain(body) || filesSaid(attachments);

/**
 * @param {RoomState | undefined} state
 * @param {Pick<Quote, 'seq' | 'excerpt' | 'files'>} quote of a message in it
 * @returns {string}
 */
export function quoted(state, { seq, excerpt, files }) {
  if (excerpt) return plain(excerpt);
  if (files) return inWords(files);
  const last = state?.room.lastMessage;
  const message = state?.timeline.held(seq) ?? (last?.seq === seq ? last : undefined);
  // A message that the page does not hold is deleted, or tells what was done to the room.
  return message && !message.deleted ? said(message) || t('activity.noText') : t('message.deleted');
}

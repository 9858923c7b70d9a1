/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Attachment, Message} from '../../models/wire.js' */
import { t } from '../../language.js';
import { wordsFor } from '../../models/attached.js';
import { plain } from '../../models/markdown.js';

/** What a message says in one line, where its files are not shown. */

/** @param {Attachment[]} [files] @returns {string} */
export function filesSaid(files) {
  const words = wordsFor(files);
  return words ? t(words.key, words.values) : '';
}

/** @param {Pick<Message, 'body' | 'attachments'>} message @returns {string} its text without marks, or else which files it has */
export const said = ({ body, attachments }) => plain(body) || filesSaid(attachments);

/**
 * @param {RoomState | undefined} state
 * @param {{seq: number, excerpt: string}} quote of a message in it
 * @returns {string}
 */
export function quoted(state, { seq, excerpt }) {
  if (excerpt) return plain(excerpt);
  const last = state?.room.lastMessage;
  const message = state?.timeline.held(seq) ?? (last?.seq === seq ? last : undefined);
  if (message?.deleted) return t('message.deleted');
  // The page does not hold it: it may have had files only, or be deleted.
  return (message && said(message)) || t('activity.noText');
}

/** @import {Message, Quote} from './wire.js' */
import { filesOf } from './attached.js';

/** How many characters of a message the server puts into a quote. */
const QUOTED = 140;

/** @param {Pick<Message, 'seq' | 'sender' | 'body' | 'attachments'>} message @returns {Quote} what its replies show of it */
export const quoteOf = (message) => ({ seq: message.seq, username: message.sender.username, ...shownOf(message) });

/** @param {Pick<Message, 'body' | 'attachments'>} message as it is now @returns {Pick<Quote, 'excerpt' | 'files'>} */
export function shownOf({ body, attachments }) {
  const characters = Array.from(body.slice(0, 2 * QUOTED + 2));
  const excerpt = characters.length <= QUOTED ? body : `${characters.slice(0, QUOTED).join('')}…`;
  return { excerpt, files: body ? undefined : filesOf(attachments) };
}

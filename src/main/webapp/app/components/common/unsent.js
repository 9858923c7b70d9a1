/** @import {Chat} from '../../chat.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { icon } from './pieces.js';

/**
 * A sign in the list for what the user has written in another room and not sent: a message that failed, one that
 * waits, or a draft, from this device or another one.
 * @param {Chat} chat
 * @param {string} id of the room or conversation
 * @param {string | null} current the id of the open one, which shows all of this itself
 */
export function unsentSign(chat, id, current) {
  if (id === current) return nothing;
  const entries = chat.outbox.of(id);
  const failed = entries.some(({ state }) => state === 'failed');
  if (!entries.length && chat.drafting.of(id).empty) return nothing;
  const words = t(failed ? 'state.failed' : entries.length ? 'state.pending' : 'composer.draft');
  return html`<span class="unsent ${failed ? 'danger' : ''}" title=${words}>${icon(failed ? 'alert' : entries.length ? 'clock' : 'pencil')}<span class="hidden">${words}</span></span>`;
}

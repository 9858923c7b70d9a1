/** @import {Message} from '../../models/wire.js' */
/** @import {RowView} from '../timeline/message-row.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { icon } from '../common/pieces.js';

/**
 * The number of replies to a message. It is a button that shows them.
 * @param {Message} message
 * @param {RowView} view
 */
export function repliesUnder(message, { replies, openReplies }) {
  const count = replies(message);
  if (!count) return nothing;
  return html`<button class="quiet small replies-open" tabindex="-1" data-replies=${count} @click=${() => openReplies(message)}>${icon('reply')} ${t('replies.count', { count })}</button>`;
}

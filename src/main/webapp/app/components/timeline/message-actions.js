/** @import {Key} from '../../language.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {RowView} from './message-row.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { icon } from '../common/pieces.js';

/** @typedef {{icon: string, label: Key, act: () => void, danger?: boolean}} Action */

/**
 * @param {Message} message
 * @param {RowView} view
 * @returns {Action[]} what the user may do with a message
 */
export function actionsOn(message, view) {
  const foreign = message.sender.username !== view.me;
  /** @type {(Action | false)[]} */
  const all = [
    foreign && { icon: 'unread', label: 'message.markUnread', act: () => view.unread(message) },
    foreign && { icon: 'flag', label: 'report.action', act: () => view.report(message) },
    view.writable && { icon: 'reply', label: 'message.reply', act: () => view.reply(message) },
    view.deletable(message) && { icon: 'trash', label: 'message.delete', act: () => view.remove(message), danger: true },
  ];
  return message.deleted ? [] : all.filter((one) => one !== false);
}

/**
 * The same actions as a bar at the end of the row, on hover or focus.
 * @param {Message} message
 * @param {RowView} view
 */
export function actionBar(message, view) {
  const actions = actionsOn(message, view);
  if (!actions.length) return nothing;
  return html`<div class="row-actions">${actions.map(({ icon: name, label, act }) => html`<button tabindex="-1"
    aria-label=${t(label)} data-tip=${t(label)} @click=${act}>${icon(name)}</button>`)}</div>`;
}

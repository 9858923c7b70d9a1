/** @import {Key} from '../../language.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {RowView} from './message-row.js' */

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
    view.writable && !foreign && { icon: 'edit', label: 'message.edit', act: () => view.edit(message) },
    view.deletable(message) && { icon: 'trash', label: 'message.delete', act: () => view.remove(message), danger: true },
  ];
  return message.deleted ? [] : all.filter((one) => one !== false);
}

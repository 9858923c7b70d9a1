/** @import {Key} from '../../language.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {Handling} from './handled-rows.js' */
import { t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { quickEmoji } from '../../models/reactions.js';

/**
 * @typedef {object} Action
 * @property {string} icon
 * @property {Key} label
 * @property {(event?: Event) => void} act
 * @property {boolean} [danger]
 * @property {string} [emoji] the reaction that it toggles; it is shown instead of the icon
 * @property {boolean} [pressed] whether the user has reacted so
 */

/**
 * @param {Message} message
 * @param {Handling} view
 * @returns {Action[]} what the user may do with a message
 */
export function actionsOn(message, view) {
  const foreign = message.sender.username !== view.me;
  /** @type {(Action | false)[]} */
  const all = [
    ...(view.reactions.allows(message) ? reacting(message, view) : []),
    foreign && { icon: 'unread', label: 'message.markUnread', act: () => view.unread(message) },
    foreign && { icon: 'flag', label: 'report.action', act: () => view.report(message) },
    view.writable && { icon: 'reply', label: 'message.reply', act: () => view.reply(message) },
    view.writable && !foreign && { icon: 'edit', label: 'message.edit', act: () => view.edit(message) },
    view.pins.actionOn(message),
    { icon: 'link', label: 'message.copyLink', act: () => view.copyLink(message) },
    view.deletable(message) && { icon: 'trash', label: 'message.delete', act: () => view.remove(message), danger: true },
  ];
  return message.deleted ? [] : all.filter((one) => one !== false);
}

/**
 * @param {Message} message
 * @param {Handling} view
 * @returns {Action[]}
 */
function reacting(message, { reactions }) {
  const quick = quickEmoji(preferences.recentEmoji).map((emoji) => ({
    icon: 'react', label: /** @type {Key} */ ('reactions.with'), emoji, pressed: reactions.isMine(message, emoji), act: () => void reactions.toggle(message, emoji),
  }));
  return [...quick, { icon: 'react', label: 'reactions.add', act: (event) => void reactions.choose(message, /** @type {HTMLElement | undefined} */ (event?.currentTarget)) }];
}

/** @param {Action} action @returns {string} */
export const labelOf = ({ label, emoji = '' }) => t(label, { emoji });

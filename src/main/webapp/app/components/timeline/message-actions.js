/** @import {Key} from '../../language.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {Handling} from './handled-rows.js' */
import { t } from '../../language.js';
import { preferences } from '../../lib/preferences.js';
import { quickEmoji } from '../../models/reactions.js';
import { messageKeys } from './message-keys.js';

/**
 * @typedef {object} Action
 * @property {string} icon
 * @property {Key} label
 * @property {(event?: Event) => void} act
 * @property {readonly string[]} [keys] the keys that do it
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
  const { may } = view;
  /** @type {(Action | false)[]} */
  const all = [
    ...(may.react(message) ? reacting(message, view) : []),
    may.unread(message) && { icon: 'unread', label: 'message.markUnread', ...messageKeys.unread, act: () => view.unread(message) },
    may.report(message) && { icon: 'flag', label: 'report.action', act: () => view.report(message) },
    may.reply(message) && { icon: 'reply', label: 'message.reply', ...messageKeys.reply, act: () => view.reply(message) },
    may.edit(message) && { icon: 'edit', label: 'message.edit', ...messageKeys.edit, act: () => view.edit(message) },
    may.pin(message) && { ...pinOrUnpin(message), ...messageKeys.pin, act: () => view.pin(message) },
    may.link(message) && { icon: 'link', label: 'message.copyLink', ...messageKeys.link, act: () => view.copyLink(message) },
    may.delete(message) && { icon: 'trash', label: 'message.delete', ...messageKeys.delete, act: () => view.remove(message), danger: true },
  ];
  return all.filter((one) => one !== false);
}

/** @param {Message} message @returns {{icon: string, label: Key}} */
const pinOrUnpin = ({ pinned }) => (pinned ? { icon: 'unpin', label: 'pins.unpin' } : { icon: 'pin', label: 'pins.pin' });

/**
 * @param {Message} message
 * @param {Handling} view
 * @returns {Action[]}
 */
function reacting(message, { reactions }) {
  const quick = quickEmoji(preferences.recentEmoji).map((emoji) => ({
    icon: 'react', label: /** @type {Key} */ ('reactions.with'), emoji, pressed: reactions.isMine(message, emoji), act: () => void reactions.toggle(message, emoji),
  }));
  return [...quick, { icon: 'react', label: 'reactions.add', ...messageKeys.react, act: (event) => void reactions.choose(message, /** @type {HTMLElement | undefined} */ (event?.currentTarget)) }];
}

/** @param {Action} action @returns {string} */
export const labelOf = ({ label, emoji = '' }) => t(label, { emoji });

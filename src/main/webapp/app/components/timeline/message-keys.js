/** @import {Shortcut} from '../common/keys.js' */

/**
 * The keys on the message that has the focus, by the action. A key does what the same action does in the menu.
 * @satisfies {Record<string, Shortcut>}
 */
export const messageKeys = /** @type {const} */ ({
  reply: { keys: ['R', 'Shift+ArrowUp'], text: 'shortcuts.replyTo' },
  react: { keys: ['+'], text: 'shortcuts.react' },
  edit: { keys: ['E'], text: 'shortcuts.editThis' },
  unread: { keys: ['U'], text: 'shortcuts.markUnread' },
  pin: { keys: ['P'], text: 'shortcuts.pin' },
  link: { keys: ['L'], text: 'shortcuts.link' },
  delete: { keys: ['Delete', 'Backspace'], text: 'shortcuts.delete' },
  jump: { keys: ['J'], text: 'shortcuts.jump' },
});

/** English. The other languages have the same keys. */
export const texts = {
  'start.unreachable': 'The server isn’t responding. Trying again…',

  'skip.composer': 'Skip to the message field',

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.rooms': 'previous or next room or conversation',
  'shortcuts.unread': 'previous or next one with something unread, mentions first',
  'shortcuts.mention': 'mention someone',
  'shortcuts.search': 'jump to a room or person',
  'shortcuts.activity': 'open mentions, replies and reactions',
  'shortcuts.allRead': 'mark everything as read',
  'shortcuts.favourite': 'add the room or person with the focus in the list to the favourites, or remove it',
  'shortcuts.mute': 'mute or unmute the room or person with the focus in the list',
  'shortcuts.send': 'send the message',
  'shortcuts.break': 'new line',
  'shortcuts.bold': 'bold',
  'shortcuts.italic': 'italic',
  'shortcuts.strike': 'strikethrough',
  'shortcuts.markLink': 'make a link of the selection, in the message field',
  'shortcuts.code': 'code; several lines become a code block',
  'shortcuts.quote': 'quote',
  'shortcuts.bullets': 'list',
  'shortcuts.edit': 'edit your last message, in an empty field',
  'shortcuts.reply': 'reply to the last message, in an empty field',
  'shortcuts.messages': 'from message to message; Enter goes into one',
  'shortcuts.react': 'react to the message that you have moved to',
  'shortcuts.pin': 'pin or unpin the message that has the focus',
  'shortcuts.link': 'copy the link of the message that has the focus',
  'shortcuts.jump': 'jump to a date, from a message',
  'shortcuts.undo': 'take back the deletion of your message, outside of a field',
  'shortcuts.leave': 'back to the composer',
  'shortcuts.list': 'show shortcuts',

  'unread.none': 'Nothing unread.',

  'files.refused': 'You can’t send files here yet.',
};

/** English. The other languages have the same keys. */
export const texts = {
  'composer.placeholder': 'Message {room}',
  'composer.private': 'Message to {name} (private)',
  'composer.notes': 'Note to yourself',
  'composer.hint': 'Enter to send · Shift+Enter for a new line',
  'composer.draft': 'Draft',
  'composer.send': 'Send',
  'composer.sendIn': 'Send, possible in {time}',
  'composer.pause': 'Slow mode: next message in {time}',
  'composer.held': 'Slow mode: wait for your last message to be sent',
  'composer.left': { one: '{shown} character left', other: '{shown} characters left' },
  'composer.tooLong': { one: '{count} character too long', other: '{count} characters too long' },
  'composer.archived': 'This room is archived and read-only.',
  'composer.muted': 'You’re muted in this room and can’t post.',
  'composer.mutedUntil': 'You’re muted in this room and can’t post until {until}.',
  'composer.replying': 'Reply to {name}: {excerpt}',
  'composer.noReply': 'Cancel reply',

  'mention.offer': 'People to mention',
  'mention.count': { one: '{count} person: use the arrow keys, Enter to select', other: '{count} people: use the arrow keys, Enter to select' },

  'typing.brief': 'typing …',
  'typing.one': '{name} is typing …',
  'typing.two': '{one} and {other} are typing …',
  'typing.several': 'Several people are typing …',
};

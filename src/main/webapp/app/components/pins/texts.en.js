/** English. The other languages have the same keys. */
export const texts = {
  'pins.title': 'Pinned messages',
  'pins.count': 'Pinned messages: {number}',
  'pins.sign': 'Pinned',
  'pins.after': '{line}, pinned',
  'pins.pin': 'Pin',
  'pins.unpin': 'Unpin',
  'pins.pinned': 'Message pinned.',
  'pins.unpinned': 'Message unpinned.',
  'pins.show': 'Go to message',
  'pins.none': 'Nothing is pinned yet. Choose “Pin” in the actions of a message, and everyone here finds it in this list.',
  'pins.nothing': 'Nothing is pinned.',
  'pins.noneByStaff': 'Nothing is pinned yet. Owners and moderators can pin messages of this room.',
  'pins.gone': 'This message can’t be pinned: it was deleted.',
  'pins.forbidden': 'Only owners and moderators can pin messages here.',
  'pins.forbiddenInPrivate': 'You can’t pin messages in this conversation.',
};

/** English. The other languages have the same keys. */
export const texts = {
  'replies.title': 'Replies',
  'replies.count': { one: '{count} reply', other: '{count} replies' },
  'replies.after': { one: '{line}, {count} reply', other: '{line}, {count} replies' },
  'replies.none': 'No replies yet',
  'replies.close': 'Close replies',
  'replies.write': 'Write a reply',
};

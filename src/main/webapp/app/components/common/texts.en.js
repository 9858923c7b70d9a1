/** English. The other languages have the same keys. */
export const texts = {
  'member.deleted': 'Deleted account',

  'presence.online': 'online',
  'presence.away': 'away',
  'presence.offline': 'offline',
  'presence.seen': 'last seen {time}',

  'role.owner': 'Owner',
  'role.moderator': 'Moderator',
  'role.member': 'Member',

  'connection.lost': 'Connection lost.',
  'connection.offline': 'You’re offline.',
  'connection.waiting': { one: '{count} message will be sent when you’re back online.', other: '{count} messages will be sent when you’re back online.' },
  'connection.again': { one: 'Retrying in {count} s', other: 'Retrying in {count} s' },
  'connection.trying': 'Trying…',
  'connection.retryNow': 'Retry now',
  'connection.blocked': 'This network blocks WebSockets. Messages still work; typing indicators don’t.',
  'connection.understood': 'OK',

  'copy.done': 'Link copied.',
  'copy.failed': 'Couldn’t copy. Select the text and copy it.',

  'problem.unexpected': 'Something went wrong: {detail}',
  'problem.unreachable': 'Can’t reach the server. Try again when you’re connected.',
  'problem.outdated': 'Part of the page couldn’t be loaded. There may be a new version. Reload the page.',
  'problem.unavailable': 'The server is busy. Try again in a moment.',
  'problem.unauthenticated': 'Your session has ended. Sign in again.',
  'problem.invalid_credentials': 'Wrong username or password.',
  'problem.wrong_room_password': 'Wrong password. Ask someone in the room.',
  'problem.forbidden': 'You can’t do this here.',
  'problem.banned': 'You’re banned from this room.',
  'problem.muted': 'You’re muted in this room.',
  'problem.not_member': 'You’re not a member of this room.',
  'problem.not_found': 'Not found, or you don’t have access.',
  'problem.username_taken': 'This username is taken. Choose another.',
  'problem.room_name_taken': 'A room with this name already exists. Choose another.',
  'problem.conflict': 'Can’t do that: {detail}',
  'problem.too_large': 'This is too large.',
  'problem.invalid_request': 'The server didn’t accept this: {detail}',
  'problem.rate_limited': { one: 'Too many attempts. Try again in {count} second.', other: 'Too many attempts. Try again in {count} seconds.' },

  'action.retry': 'Try again',
  'action.reload': 'Reload',
  'action.delete': 'Delete',
  'action.cancel': 'Cancel',
  'action.save': 'Save',
  'action.saved': 'Saved',
  'action.add': 'Add',

  'dialog.close': 'Close',

  'toast.dismiss': 'Dismiss',

  'field.optional': 'optional',
  'field.missing': 'Fill in this field.',
  'field.wrong': 'This value isn’t allowed.',

  'list.more': 'Show more',
  'place.notJoined': 'Not joined',
  'place.archived': 'Archived',
};

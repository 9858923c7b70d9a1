/** English. The other languages have the same keys. */
export const texts = {
  'settings.title': 'Settings',
  'settings.profile': 'Profile',
  'settings.appearance': 'Appearance',
  'settings.password': 'Password',
  'settings.sessions': 'Sessions',
  'settings.blocked': 'Blocked',
  'settings.signOut': 'Sign out',

  'profile.displayName': 'Display name',
  'profile.bio': 'About you',

  'appearance.theme': 'Theme',
  'appearance.system': 'System',
  'appearance.light': 'Light',
  'appearance.dark': 'Dark',
  'appearance.language': 'Language',

  'password.current': 'Current password',
  'password.new': 'New password',
  'password.effect': 'Every other session ends when the password changes.',
  'password.wrong': 'That’s not your current password.',

  'sessions.current': 'this one',
  'sessions.seen': 'last used {time}',
  'sessions.unknown': 'Unknown device',
  'sessions.end': 'End session',

  'attention.title': 'Notifications',
  'attention.notices': 'Desktop notifications',
  'attention.noticesHint': 'Get notified when you’re not looking at Parley. The browser asks you to allow it.',
  'attention.sound': 'Sound',
  'attention.soundHint': 'Plays a short sound when something arrives while you’re elsewhere.',
  'attention.rooms': 'Both apply to this browser. Choose what each room notifies you about in its settings.',
  'attention.impossible': 'Notifications need HTTPS.',
  'attention.refused': 'Notifications are blocked. Allow them with the icon in the address bar, then turn them on here.',

  'notice.inRoom': '{name} in {room}',
  'notice.inGroup': '{name} (group with {people})',
  'notice.noText': 'Sent something',
};

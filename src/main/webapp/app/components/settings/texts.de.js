/** German. */
export const texts = {
  'settings.title': 'Einstellungen',
  'settings.profile': 'Profil',
  'settings.appearance': 'Darstellung',
  'settings.password': 'Passwort',
  'settings.sessions': 'Sitzungen',
  'settings.blocked': 'Blockiert',
  'settings.signOut': 'Abmelden',

  'profile.displayName': 'Anzeigename',
  'profile.bio': 'Über dich',

  'appearance.theme': 'Design',
  'appearance.system': 'System',
  'appearance.light': 'Hell',
  'appearance.dark': 'Dunkel',
  'appearance.language': 'Sprache',

  'password.current': 'Aktuelles Passwort',
  'password.new': 'Neues Passwort',
  'password.effect': 'Wenn du das Passwort änderst, werden alle anderen Sitzungen beendet.',
  'password.wrong': 'Das ist nicht dein aktuelles Passwort.',

  'sessions.current': 'diese hier',
  'sessions.seen': 'zuletzt benutzt {time}',
  'sessions.unknown': 'Unbekanntes Gerät',
  'sessions.end': 'Sitzung beenden',

  'attention.title': 'Benachrichtigungen',
  'attention.notices': 'Desktop-Benachrichtigungen',
  'attention.noticesHint': 'Benachrichtigt dich, wenn du gerade nicht auf Parley schaust. Der Browser fragt dich vorher.',
  'attention.sound': 'Ton',
  'attention.soundHint': 'Spielt einen kurzen Ton ab, wenn etwas eintrifft, während du nicht hinsiehst.',
  'attention.rooms': 'Beides gilt für diesen Browser. Worüber dich ein Raum benachrichtigt, stellst du in dessen Einstellungen ein.',
  'attention.impossible': 'Benachrichtigungen brauchen HTTPS.',
  'attention.refused': 'Benachrichtigungen sind blockiert. Erlaube sie über das Symbol in der Adressleiste und schalte sie dann hier ein.',

  'notice.inRoom': '{name} in {room}',
  'notice.inGroup': '{name} (Gruppe mit {people})',
  'notice.noText': 'Hat etwas geschickt',
};

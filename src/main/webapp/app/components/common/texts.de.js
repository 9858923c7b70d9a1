/** German. */
export const texts = {
  'member.deleted': 'Gelöschtes Konto',

  'presence.online': 'online',
  'presence.away': 'abwesend',
  'presence.offline': 'offline',
  'presence.seen': 'zuletzt online {time}',

  'role.owner': 'Inhaber',
  'role.moderator': 'Moderator',
  'role.member': 'Mitglied',

  'connection.lost': 'Verbindung verloren.',
  'connection.offline': 'Du bist offline.',
  'connection.waiting': { one: '{count} Nachricht wird gesendet, sobald du wieder online bist.', other: '{count} Nachrichten werden gesendet, sobald du wieder online bist.' },
  'connection.again': { one: 'Nächster Versuch in {count} s', other: 'Nächster Versuch in {count} s' },
  'connection.trying': 'Verbinde …',
  'connection.retryNow': 'Jetzt erneut versuchen',
  'connection.blocked': 'Dieses Netz blockiert WebSockets. Nachrichten funktionieren trotzdem, nur die Schreibanzeige nicht.',
  'connection.understood': 'OK',

  'copy.done': 'Link kopiert.',
  'copy.failed': 'Das Kopieren hat nicht geklappt. Markiere den Text und kopiere ihn selbst.',

  'problem.unexpected': 'Etwas ist schiefgegangen: {detail}',
  'problem.unreachable': 'Der Server ist nicht erreichbar. Versuch es erneut, wenn du verbunden bist.',
  'problem.outdated': 'Ein Teil der Seite konnte nicht geladen werden. Vielleicht gibt es eine neue Version. Lade die Seite neu.',
  'problem.unavailable': 'Der Server ist ausgelastet. Versuch es gleich noch einmal.',
  'problem.unauthenticated': 'Deine Sitzung ist abgelaufen. Melde dich wieder an.',
  'problem.invalid_credentials': 'Benutzername oder Passwort ist falsch.',
  'problem.wrong_room_password': 'Falsches Passwort. Frag jemanden aus dem Raum.',
  'problem.forbidden': 'Das darfst du hier nicht.',
  'problem.banned': 'Du bist aus diesem Raum verbannt.',
  'problem.muted': 'Du bist in diesem Raum stummgeschaltet.',
  'problem.not_member': 'Du bist kein Mitglied dieses Raums.',
  'problem.not_found': 'Nicht gefunden, oder du hast keinen Zugriff.',
  'problem.username_taken': 'Dieser Benutzername ist vergeben. Wähle einen anderen.',
  'problem.room_name_taken': 'Einen Raum mit diesem Namen gibt es schon. Wähle einen anderen.',
  'problem.conflict': 'Das geht gerade nicht.',
  'problem.too_large': 'Das ist zu groß.',
  'problem.invalid_request': 'Der Server hat diese Angaben nicht angenommen.',
  'problem.rate_limited': { one: 'Zu viele Versuche. Versuch es in {count} Sekunde erneut.', other: 'Zu viele Versuche. Versuch es in {count} Sekunden erneut.' },

  'action.retry': 'Erneut versuchen',
  'action.reload': 'Neu laden',
  'action.delete': 'Löschen',
  'action.cancel': 'Abbrechen',
  'action.save': 'Speichern',
  'action.saved': 'Gespeichert',
  'action.add': 'Hinzufügen',

  'dialog.close': 'Schließen',

  'toast.dismiss': 'Schließen',

  'field.optional': 'optional',
  'field.missing': 'Bitte ausfüllen.',
  'field.wrong': 'Dieser Wert ist nicht erlaubt.',

  'list.more': 'Mehr anzeigen',
  'place.notJoined': 'Nicht beigetreten',
  'place.archived': 'Archiviert',
};

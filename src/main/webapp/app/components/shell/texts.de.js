/** German. */
export const texts = {
  'start.unreachable': 'Der Server antwortet nicht. Neuer Versuch …',

  'skip.composer': 'Zum Nachrichtenfeld springen',

  'shortcuts.title': 'Tastenkürzel',
  'shortcuts.rooms': 'vorheriger oder nächster Raum, vorherige oder nächste Unterhaltung',
  'shortcuts.unread': 'dasselbe, nur mit Ungelesenem, Erwähnungen zuerst',
  'shortcuts.mention': 'jemanden erwähnen',
  'shortcuts.search': 'zu Raum oder Person springen',
  'shortcuts.activity': 'Erwähnungen, Antworten und Reaktionen öffnen',
  'shortcuts.allRead': 'alles als gelesen markieren',
  'shortcuts.favourite': 'den Raum oder die Person mit dem Fokus in der Liste zu den Favoriten hinzufügen oder daraus entfernen',
  'shortcuts.mute': 'den Raum oder die Person mit dem Fokus in der Liste stummschalten oder wieder laut stellen',
  'shortcuts.send': 'Nachricht senden',
  'shortcuts.break': 'neue Zeile',
  'shortcuts.bold': 'fett',
  'shortcuts.italic': 'kursiv',
  'shortcuts.strike': 'durchgestrichen',
  'shortcuts.markLink': 'Auswahl im Nachrichtenfeld zum Link machen',
  'shortcuts.code': 'Code; mehrere Zeilen werden ein Codeblock',
  'shortcuts.quote': 'Zitat',
  'shortcuts.bullets': 'Liste',
  'shortcuts.edit': 'die eigene letzte Nachricht bearbeiten, im leeren Feld',
  'shortcuts.reply': 'auf die letzte Nachricht antworten, im leeren Feld',
  'shortcuts.messages': 'von Nachricht zu Nachricht; Enter öffnet ihre Aktionen',
  'shortcuts.react': 'auf die ausgewählte Nachricht reagieren',
  'shortcuts.pin': 'die Nachricht mit dem Fokus anheften oder loslösen',
  'shortcuts.link': 'den Link der Nachricht mit dem Fokus kopieren',
  'shortcuts.jump': 'von einer Nachricht aus zu einem Datum springen',
  'shortcuts.undo': 'das Löschen deiner Nachricht rückgängig machen, außerhalb eines Felds',
  'shortcuts.leave': 'zurück zum Eingabefeld',
  'shortcuts.list': 'Tastenkürzel anzeigen',

  'unread.none': 'Nichts Ungelesenes.',

  'files.refused': 'Hier kannst du noch keine Dateien senden.',
};

/** German. */
export const texts = {
  'composer.placeholder': 'Nachricht an {room}',
  'composer.private': 'Nachricht an {name} (privat)',
  'composer.notes': 'Notiz an dich selbst',
  'composer.hint': 'Enter zum Senden · Umschalt+Enter für eine neue Zeile',
  'composer.draft': 'Entwurf',
  'composer.send': 'Senden',
  'composer.sendIn': 'Senden (möglich in {time})',
  'composer.pause': 'Langsamer Modus: nächste Nachricht in {time}',
  'composer.held': 'Langsamer Modus: Warte, bis deine letzte Nachricht gesendet ist',
  'composer.left': { one: 'noch {shown} Zeichen', other: 'noch {shown} Zeichen' },
  'composer.tooLong': { one: '{count} Zeichen zu lang', other: '{count} Zeichen zu lang' },
  'composer.archived': 'Dieser Raum ist archiviert und kann nur gelesen werden.',
  'composer.muted': 'Du bist in diesem Raum stummgeschaltet und kannst nichts schreiben.',
  'composer.mutedUntil': 'Du bist in diesem Raum bis {until} stummgeschaltet und kannst nichts schreiben.',
  'composer.replying': 'Antwort an {name}: {excerpt}',
  'composer.noReply': 'Antwort abbrechen',

  'mention.offer': 'Personen zum Erwähnen',
  'mention.count': { one: '{count} Person: mit den Pfeiltasten auswählen, mit Enter übernehmen', other: '{count} Personen: mit den Pfeiltasten auswählen, mit Enter übernehmen' },

  'typing.brief': 'schreibt …',
  'typing.one': '{name} schreibt …',
  'typing.two': '{one} und {other} schreiben …',
  'typing.several': 'Mehrere Personen schreiben …',
};

/** German. */
export const texts = {
  'replies.title': 'Antworten',
  'replies.count': { one: '{count} Antwort', other: '{count} Antworten' },
  'replies.after': { one: '{line}, {count} Antwort', other: '{line}, {count} Antworten' },
  'replies.none': 'Noch keine Antworten',
  'replies.close': 'Antworten schließen',
  'replies.write': 'Antwort schreiben',
};

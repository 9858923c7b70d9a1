/** German. */
export const texts = {
  'pins.title': 'Angeheftete Nachrichten',
  'pins.count': 'Angeheftete Nachrichten: {number}',
  'pins.sign': 'Angeheftet',
  'pins.after': '{line}, angeheftet',
  'pins.pin': 'Anheften',
  'pins.unpin': 'Loslösen',
  'pins.pinned': 'Nachricht angeheftet.',
  'pins.unpinned': 'Nachricht losgelöst.',
  'pins.show': 'Zur Nachricht',
  'pins.none': 'Noch nichts angeheftet. Wähle „Anheften“ in den Aktionen einer Nachricht, dann sehen alle sie in dieser Liste.',
  'pins.nothing': 'Nichts angeheftet.',
  'pins.noneByStaff': 'Noch nichts angeheftet. In diesem Raum können Inhaber und Moderatoren Nachrichten anheften.',
  'pins.gone': 'Anheften nicht möglich: Die Nachricht wurde gelöscht.',
  'pins.forbidden': 'Hier können nur Inhaber und Moderatoren Nachrichten anheften.',
  'pins.forbiddenInPrivate': 'In dieser Unterhaltung kannst du keine Nachrichten anheften.',
};

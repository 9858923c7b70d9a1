/** German. */
export const texts = {
  'search.title': 'Nachrichten suchen',
  'search.close': 'Suche schließen',
  'search.placeholder': 'Wörter, "genau so", from:Name …',
  'search.hint': 'Genauer geht es mit from:, in:, with:, before:, after: (2026-01-31) oder has:link.',
  'search.here': 'Hier',
  'search.from': 'Von …',
  'search.links': 'Mit Links',
  'search.order': 'Reihenfolge',
  'search.newest': 'Neueste zuerst',
  'search.best': 'Beste zuerst',
  'search.count': { one: '{count}{more} Nachricht', other: '{count}{more} Nachrichten' },
  'search.none': 'Nichts gefunden.',
  'search.wrong': 'Was bedeutet {filter}? Ein Tag sieht so aus: 2026-01-31. Nach has: steht file, image oder link.',
  'search.indexing': 'Bisher hat der Server {share} % der Nachrichten durchgesehen.',
};

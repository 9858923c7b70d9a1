/** English. The other languages have the same keys. */
export const texts = {
  'search.title': 'Search messages',
  'search.close': 'Close the search',
  'search.placeholder': 'Words, "a phrase", from:name …',
  'search.hint': 'Narrow it down with from:, in:, with:, before:, after: (2026-01-31) or has:link.',
  'search.here': 'Here',
  'search.from': 'From …',
  'search.links': 'With links',
  'search.order': 'Order',
  'search.newest': 'Newest first',
  'search.best': 'Best first',
  'search.count': { one: '{count}{more} message', other: '{count}{more} messages' },
  'search.none': 'Nothing found.',
  'search.wrong': 'What does {filter} mean? Days look like 2026-01-31, and has: takes file, image or link.',
  'search.indexing': 'The server has gone through {share} % of the messages so far.',
};

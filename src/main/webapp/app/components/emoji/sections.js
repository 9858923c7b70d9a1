/** @import {Emoji, Emojis} from '../../models/emoji.js' */
/** @import {Key} from '../../language.js' */
import { t } from '../../language.js';

/** How many emoji the search shows. */
const MOST_FOUND = 48;

/** A group of emoji in the picker. `sign` stands for it in the bar of groups. @typedef {{key: string, title: string, sign: string, items: Emoji[]}} Section */

/** The groups by Emojibase's numbers. @type {[group: number, title: Key, sign: string][]} */
const GROUPS = [
  [0, 'emoji.smileys', '😀'],
  [1, 'emoji.people', '👋'],
  [3, 'emoji.nature', '🐻'],
  [4, 'emoji.food', '🍎'],
  [5, 'emoji.travel', '✈️'],
  [6, 'emoji.activities', '⚽'],
  [7, 'emoji.objects', '💡'],
  [8, 'emoji.symbols', '🔣'],
  [9, 'emoji.flags', '🏁'],
];

/**
 * @param {Emojis} emojis
 * @param {string[]} recent emoji in the tones in which they were used
 * @returns {Section[]} the recently used emoji, then all groups
 */
export function sectionsOf(emojis, recent) {
  const again = recent.flatMap((emoji) => {
    const known = emojis.find(emoji);
    return known ? [/** @type {Emoji} */ ({ ...known, emoji, tones: 0 })] : [];
  });
  const groups = GROUPS.map(([group, title, sign]) => ({ key: `group-${group}`, title: t(title), sign, items: emojis.inGroup(group) }));
  return again.length ? [{ key: 'recent', title: t('emoji.recent'), sign: '', items: again }, ...groups] : groups;
}

/**
 * @param {Emojis} emojis
 * @param {string} query
 * @returns {Section[]} one section, or none if nothing is found
 */
export function sectionsFound(emojis, query) {
  const items = emojis.search(query, MOST_FOUND);
  return items.length ? [{ key: 'found', title: t('emoji.found'), sign: '', items }] : [];
}

/**
 * A line of the generated data: the emoji, its label, its tags and its shortcodes (each separated by spaces), its
 * group, and its skin tones: 0 for none, 1 if the tone follows the first character, otherwise the five forms.
 * @typedef {[emoji: string, label: string, tags: string, shortcodes: string, group: number, tones: 0 | 1 | string[]]} EmojiRow
 */

/** @typedef {{emoji: string, label: string, shortcodes: string[], group: number, tones: 0 | 1 | string[]}} Emoji */

/** The skin tones that one can choose, from none to dark. */
export const TONES = [0, 1, 2, 3, 4, 5];
/** The modifier of tone 1 comes after this character. */
const BEFORE_TONES = 0x1f3fa;
const TONES_AND_SELECTORS = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;

/** How many recently used emoji a browser remembers. */
const MOST_RECENT = 24;

/** How well an emoji matches what is looked for; lower is better. */
const NO_MATCH = 4;

/** All emoji, in one language. */
export class Emojis {
  /** @type {Map<string, Emoji>} */
  #byShortcode;
  /** @type {Map<string, Emoji>} */
  #byBare;
  /** @type {{emoji: Emoji, label: string, codes: string[], names: string, all: string}[] | undefined} */
  #folded;
  #rows;

  /** @param {EmojiRow[]} rows in the order in which they are shown */
  constructor(rows) {
    this.#rows = rows;
    this.all = rows.map(([emoji, label, , codes, group, tones]) => ({ emoji, label, shortcodes: codes.split(' '), group, tones }));
    this.#byShortcode = new Map(this.all.flatMap((one) => one.shortcodes.map((code) => [code, one])));
    this.#byBare = new Map(this.all.map((one) => [bare(one.emoji), one]));
  }

  /** @param {string} code without colons, in any case */
  byShortcode(code) {
    return this.#byShortcode.get(code.toLowerCase());
  }

  /** @param {string} text an emoji in any skin tone */
  find(text) {
    return this.#byBare.get(bare(text));
  }

  /** @param {number} group @returns {Emoji[]} */
  inGroup(group) {
    return this.all.filter((one) => one.group === group);
  }

  /**
   * @param {string} query beginnings of words in a label, a tag or a shortcode, in any case, with or without accents
   * @param {number} most
   * @returns {Emoji[]} the emoji that match all words, the best first
   */
  search(query, most) {
    const words = folded(query).split(/[\s_:]+/).filter(Boolean);
    if (words.length === 0) return [];
    const found = this.#index.map((entry) => ({ emoji: entry.emoji, rank: rankOf(entry, words) })).filter(({ rank }) => rank < NO_MATCH);
    return found.sort((one, other) => one.rank - other.rank).slice(0, most).map(({ emoji }) => emoji);
  }

  get #index() {
    this.#folded ??= this.all.map((emoji, i) => {
      const label = folded(emoji.label);
      const names = ` ${label} ${label.replace(/[^\p{L}\p{N}]+/gu, ' ')} ${emoji.shortcodes.join(' ').replaceAll('_', ' ')}`;
      return { emoji, label, codes: emoji.shortcodes, names, all: `${names} ${folded(this.#rows[i][2])}` };
    });
    return this.#folded;
  }
}

/**
 * @param {{label: string, codes: string[], names: string, all: string}} entry
 * @param {string[]} words
 */
function rankOf({ label, codes, names, all }, words) {
  const [name, code] = [words.join(' '), words.join('_')];
  if (label === name || codes.includes(code)) return 0;
  if (label.startsWith(name) || codes.some((one) => one.startsWith(code))) return 1;
  if (words.every((word) => names.includes(` ${word}`))) return 2;
  return words.every((word) => all.includes(` ${word}`)) ? 3 : NO_MATCH;
}

/** @param {string} text @returns {string} without case and accents */
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

/** @param {string} emoji @returns {string} without skin tone and variation selectors, which people's keyboards may leave out */
const bare = (emoji) => emoji.replace(TONES_AND_SELECTORS, '');

/**
 * @param {Pick<Emoji, 'emoji' | 'tones'>} emoji
 * @param {number} tone 0 for none, 1 (light) to 5 (dark)
 * @returns {string} the emoji in this skin tone, if it has any
 */
export function toned({ emoji, tones }, tone) {
  if (tone === 0 || tones === 0) return emoji;
  if (tones !== 1) return tones[tone - 1];
  const [first, ...rest] = emoji;
  return first + String.fromCodePoint(BEFORE_TONES + tone) + rest.join('').replace(/^\ufe0f/, '');
}

/**
 * @param {string[]} recent the most recent first
 * @param {string} emoji that is used now
 */
export const recentWith = (recent, emoji) => [emoji, ...recent.filter((one) => one !== emoji)].slice(0, MOST_RECENT);

/** A message of more emoji than this is ordinary text. */
const MOST_ALONE = 6;
/** No six emoji are longer, in UTF-16 units. */
const LONGEST_ALONE = 250;
const GRAPHEMES = 'Segmenter' in Intl ? new Intl.Segmenter() : null;
const EMOJI = recognizer();

/** @returns {RegExp | null} null in a browser that does not know the property */
function recognizer() {
  try {
    // A literal would be a syntax error in older browsers, and the page would not open at all.
    return new RegExp('^\\p{RGI_Emoji}$', 'v');
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @returns {boolean} whether it consists of one to six emoji, and spaces; these are drawn large. False in browsers that
 *   cannot tell
 */
export function emojiOnly(text) {
  if (!GRAPHEMES || !EMOJI || text.length > LONGEST_ALONE) return false;
  let count = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (/^\s+$/.test(segment)) continue;
    if (!EMOJI.test(segment)) return false;
    count += 1;
  }
  return count > 0 && count <= MOST_ALONE;
}

/**
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Phrase a text, or its plural forms chosen by `count`
 * @typedef {Record<string, Phrase>} Phrases
 */

const SLOT = /\{(\w+)\}/g;

/** The texts of one language. A value replaces `{name}`. `{count}` also chooses the plural form. */
export class Language {
  /**
   * @param {string} tag BCP 47
   * @param {Phrases} phrases
   * @param {string} [locale] the locale for numbers, if it differs within the language
   */
  constructor(tag, phrases, locale = tag) {
    this.tag = tag;
    this.phrases = phrases;
    this.plural = new Intl.PluralRules(tag);
    this.number = new Intl.NumberFormat(locale);
    this.list = new Intl.ListFormat(tag);
    this.collator = new Intl.Collator(tag, { sensitivity: 'base', numeric: true });
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   */
  text(key, values = {}) {
    return this.pieces(key, values).join('');
  }

  /**
   * @template T
   * @param {string} key
   * @param {Record<string, T | string | number>} [values] text, or anything else, such as templates
   * @returns {(T | string)[]} the text in pieces, with each value in its place
   */
  pieces(key, values = {}) {
    return this.#pattern(key, values.count).split(SLOT).map((piece, i) => (i % 2 === 0 ? piece : this.#shown(values[piece])));
  }

  /**
   * @param {string} key
   * @param {unknown} count
   */
  #pattern(key, count) {
    const phrase = this.phrases[key] ?? key;
    if (typeof phrase === 'string') return phrase;
    return phrase[this.plural.select(Number(count))] ?? phrase.other ?? key;
  }

  /**
   * @template T
   * @param {T | string | number} value
   */
  #shown(value) {
    return typeof value === 'number' ? this.number.format(value) : value;
  }
}

/**
 * @param {readonly string[]} wanted the user's languages, best first
 * @param {readonly string[]} offered
 */
export function bestLanguage(wanted, offered) {
  for (const tag of wanted) {
    const match = offered.find((one) => one === tag) ?? offered.find((one) => one === tag.split('-')[0]);
    if (match) return match;
  }
  return 'en';
}

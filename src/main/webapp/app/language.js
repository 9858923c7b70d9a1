import { preferences } from './lib/preferences.js';
import { bestLanguage, Language } from './models/phrases.js';
import { Times } from './models/times.js';
import { textsOf } from './texts.js';

/** @typedef {import('./texts.js').Key} Key */

/** The languages of the page, each with its own name. A new language needs a file in every area. */
export const languages = { en: 'English', de: 'Deutsch' };

const tag = bestLanguage([preferences.language ?? '', ...navigator.languages], Object.keys(languages));
const phrases = await textsOf(tag);

/** The locale for numbers and times. The language alone does not say whether the user's clock has 12 or 24 hours. */
const locale = navigator.languages.find((one) => one.split('-')[0] === tag) ?? tag;

export const language = new Language(tag, phrases, locale);
export const times = new Times(locale);

document.documentElement.lang = tag;
document.documentElement.dir = new Set(['ar', 'fa', 'he', 'ur']).has(tag) ? 'rtl' : 'ltr';

/** @param {(tag: string) => Promise<{texts: import('./models/phrases.js').Phrases}>} load a part of the page, with its own texts */
export const addTexts = async (load) => Object.assign(phrases, (await load(tag)).texts);

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export const t = (key, values) => language.text(key, values);

/**
 * Like `t`, for values that are not only text.
 * @param {Key} key
 * @param {Record<string, unknown>} values
 */
export const tx = (key, values) => language.pieces(key, values);

/**
 * A key made from a server's value, if there is a text for it.
 * @param {string} key
 * @param {Key} otherwise
 */
export const keyOr = (key, otherwise) => (key in phrases ? /** @type {Key} */ (key) : otherwise);

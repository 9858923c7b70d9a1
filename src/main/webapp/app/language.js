import { preferences } from './lib/preferences.js';
import { bestLanguage, Language } from './models/phrases.js';
import { Times } from './models/times.js';
import { textsIn, textsOf } from './texts.js';

/** @typedef {import('./texts.js').Key} Key */

/** The languages the page speaks, each with its own name; a new one needs its file in every area. */
export const languages = { en: 'English', de: 'Deutsch' };

const tag = bestLanguage([preferences.language ?? '', ...navigator.languages], Object.keys(languages));
const phrases = await textsOf(tag);

/** Numbers and times as where the reader lives: the language alone does not say whether the day has 12 hours or 24. */
const locale = navigator.languages.find((one) => one.split('-')[0] === tag) ?? tag;

export const language = new Language(tag, phrases, locale);
export const times = new Times(locale);

document.documentElement.lang = tag;
document.documentElement.dir = new Set(['ar', 'fa', 'he', 'ur']).has(tag) ? 'rtl' : 'ltr';

/** @param {string} folder below `app`, whose texts are needed from now on */
export const addTexts = async (folder) => Object.assign(phrases, await textsIn(folder, tag));

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export const t = (key, values) => language.text(key, values);

/**
 * As `t`, for values that are more than text.
 * @param {Key} key
 * @param {Record<string, unknown>} values
 */
export const tx = (key, values) => language.pieces(key, values);

/**
 * A key that is made from what came over the wire, where there is a text of it.
 * @param {string} key
 * @param {Key} otherwise
 */
export const keyOr = (key, otherwise) => (key in phrases ? /** @type {Key} */ (key) : otherwise);

/** @import {Phrases} from './models/phrases.js' */

/**
 * A text of the page, by its key. Each area keeps its texts in its own folder, `texts.en.js` and a file for every other
 * language, and a key is in one area only. `texts.en.js` beside this file names the areas.
 * @typedef {keyof typeof import('./texts.en.js').texts | keyof typeof import('./admin/texts.en.js').texts} Key
 */

/**
 * @param {string} tag of the language
 * @returns {Promise<Phrases>} the texts of all areas; the administrators' pages load their own
 */
export const textsOf = async (tag) => (await import(`./texts.${tag}.js`)).texts;

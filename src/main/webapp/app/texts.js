/** @import {Phrases} from './models/phrases.js' */

/**
 * A text of the page, by its key. Each area keeps its texts in its own folder, `texts.en.js` and a file for every other
 * language, and a key is in one area only.
 * @typedef {keyof typeof import('./components/common/texts.en.js').texts
 *   | keyof typeof import('./components/composer/texts.en.js').texts
 *   | keyof typeof import('./components/entry/texts.en.js').texts
 *   | keyof typeof import('./components/moderation/texts.en.js').texts
 *   | keyof typeof import('./components/people/texts.en.js').texts
 *   | keyof typeof import('./components/rooms/texts.en.js').texts
 *   | keyof typeof import('./components/settings/texts.en.js').texts
 *   | keyof typeof import('./components/shell/texts.en.js').texts
 *   | keyof typeof import('./components/timeline/texts.en.js').texts
 *   | keyof typeof import('./admin/texts.en.js').texts} Key
 */

/** The areas whose texts the page loads at the start. The administrators' pages load their own texts later. */
export const areas = ['common', 'composer', 'entry', 'moderation', 'people', 'rooms', 'settings', 'shell', 'timeline'];

/**
 * @param {string} folder below `app`
 * @param {string} tag of the language
 * @returns {Promise<Phrases>}
 */
export const textsIn = async (folder, tag) => (await import(`./${folder}/texts.${tag}.js`)).texts;

/**
 * @param {string} tag of the language
 * @returns {Promise<Phrases>} the texts of all areas
 */
export async function textsOf(tag) {
  return Object.assign({}, ...(await Promise.all(areas.map((area) => textsIn(`components/${area}`, tag)))));
}

import { language } from '../../language.js';
import { Late } from '../../lib/late.js';
import { preferences } from '../../lib/preferences.js';
import { Emojis, recentWith } from '../../models/emoji.js';

const late = new Late(async () => {
  const { rows } = await import(`./data.${language.tag}.js`);
  // The page can do other things between reading the data and sorting it.
  await pause();
  return new Emojis(rows);
});

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** @type {Emojis | null} */
let loaded = null;

/**
 * @param {boolean} [connected] whether the page is connected to the server, if that is known
 * @returns {Promise<Emojis>} all emoji, in the language of the page; they are loaded when they are first needed
 * @throws {import('../../lib/problem.js').Problem} `unreachable` or `outdated`, as for every part that is loaded late
 */
export async function loadEmojis(connected = false) {
  loaded ??= await late.get(connected);
  return loaded;
}

/** @returns {Emojis | null} all emoji, if they are loaded */
export const knownEmojis = () => loaded;

/** @param {string} emoji that the user has chosen; this browser remembers it */
export function used(emoji) {
  preferences.recentEmoji = recentWith(preferences.recentEmoji, emoji);
}

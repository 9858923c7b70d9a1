/** @import {Member} from './wire.js' */

/** How many hues the names have. Each hue has a light and a deep colour. The style sheet has each pair of colours. */
export const HUES = 16;
export const COLOURS = 2 * HUES;
/** The step from a used colour to the next to try. It shares no divisor with the number of colours. */
const STRIDE = 9;

/** The colours of a room's members, by the list of members. @type {WeakMap<Member[], Map<string, number>>} */
const found = new WeakMap();

/** @param {string} name @returns {number} always the same for the same name; below {@link COLOURS} */
export function colourOf(name) {
  let hash = 2166136261;
  for (const character of name.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 8) % COLOURS;
}

/**
 * The colour of a person in a room. No two members share a colour while there are enough. If two names have the same
 * colour, the member who joined first keeps it and the other one gets the next free colour.
 * @param {string | null} username
 * @param {Member[] | undefined} members if they are known
 * @returns {number} below {@link COLOURS}
 */
export function colourAmong(username, members) {
  if (!username || !members) return colourOf(username ?? '');
  const known = found.get(members) ?? toldApart(members);
  found.set(members, known);
  return known.get(username) ?? colourOf(username);
}

/** @param {Member[]} members @returns {Map<string, number>} */
function toldApart(members) {
  const taken = new Set();
  const byAge = [...members].sort((one, other) => one.joinedAt.localeCompare(other.joinedAt));
  return new Map(byAge.map(({ user: { username } }) => {
    const own = colourOf(username);
    // Not the next colour in the list, because two neighbours look nearly the same.
    const order = Array.from({ length: COLOURS }, (_, i) => (own + i * STRIDE) % COLOURS);
    const colour = order.find((one) => !taken.has(one)) ?? own;
    taken.add(colour);
    return [username, colour];
  }));
}

/**
 * The pictures of people who have changed theirs since the page was opened, by username. What the page has loaded before
 * still has the old ones.
 * @type {Map<string, string | null>}
 */
const pictures = new Map();

/** @typedef {{username: string | null, avatarUrl?: string | null}} Pictured */

/** @param {Pictured} who as the server has told that they have changed */
export function learnPicture({ username, avatarUrl = null }) {
  if (username) pictures.set(username, avatarUrl);
}

/** @param {Pictured | undefined} who as they are now, in a message or a list that has just come */
export function heedPicture(who) {
  if (who?.username && pictures.has(who.username)) learnPicture(who);
}

/** @param {Pictured} who @returns {string | null} the address of their picture */
export function pictureOf({ username, avatarUrl = null }) {
  const learned = pictures.get(username ?? '');
  return learned === undefined ? avatarUrl : learned;
}

/** @param {string} name @returns {string} at most two letters */
export function initialsOf(name) {
  const words = name.match(/[\p{L}\p{N}]\p{M}*[\p{L}\p{M}\p{N}]*/gu) ?? [];
  const ends = words.filter((_, i) => i === 0 || i === words.length - 1);
  const initials = ends.map((word) => /^.\p{M}*/u.exec(word)?.[0] ?? '').join('');
  return initials.toUpperCase() || '?';
}

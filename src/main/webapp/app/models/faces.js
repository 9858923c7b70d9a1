/** @import {Member} from './wire.js' */

/** How many hues there are for the names; each comes light and deep, and each pair of colours is in the style sheet. */
export const HUES = 16;
export const COLOURS = 2 * HUES;
/** From a colour that is taken to the one to try next; has no divisor in common with their number. */
const STRIDE = 9;

/** The colours of the members of a room, by the list that they were found for. @type {WeakMap<Member[], Map<string, number>>} */
const found = new WeakMap();

/** @param {string} name @returns {number} the same for the same name, everywhere and always; below {@link COLOURS} */
export function colourOf(name) {
  let hash = 2166136261;
  for (const character of name.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 8) % COLOURS;
}

/**
 * The colour of a person in a room. No two members have the same one while there are enough: whoever joined first keeps
 * their own, a later member with the same one gets the next that is free.
 * @param {string | null} username
 * @param {Member[] | undefined} members where they are known
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
    // Not the next in the list, so that two who had the same colour do not get nearly the same.
    const order = Array.from({ length: COLOURS }, (_, i) => (own + i * STRIDE) % COLOURS);
    const colour = order.find((one) => !taken.has(one)) ?? own;
    taken.add(colour);
    return [username, colour];
  }));
}

/** @param {string} name @returns {string} at most two letters */
export function initialsOf(name) {
  const words = name.match(/[\p{L}\p{N}]\p{M}*[\p{L}\p{M}\p{N}]*/gu) ?? [];
  const ends = words.filter((_, i) => i === 0 || i === words.length - 1);
  const initials = ends.map((word) => /^.\p{M}*/u.exec(word)?.[0] ?? '').join('');
  return initials.toUpperCase() || '?';
}

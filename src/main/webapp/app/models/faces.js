/** How many hues there are for the names; each has its pair of colours in the style sheet. */
export const HUES = 12;

/** @param {string} name @returns {number} the same for the same name, everywhere and always */
export function hueOf(name) {
  let hash = 2166136261;
  for (const character of name.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 8) % HUES;
}

/** @param {string} name @returns {string} at most two letters */
export function initialsOf(name) {
  const words = name.match(/[\p{L}\p{N}]\p{M}*[\p{L}\p{M}\p{N}]*/gu) ?? [];
  const ends = words.filter((_, i) => i === 0 || i === words.length - 1);
  const initials = ends.map((word) => /^.\p{M}*/u.exec(word)?.[0] ?? '').join('');
  return initials.toUpperCase() || '?';
}

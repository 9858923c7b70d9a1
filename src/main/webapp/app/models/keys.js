/**
 * Keys are written as in `Ctrl+Shift+K`: modifiers first, and then the browser's name of the key. `Ctrl` is the Command
 * key of a Mac. The Control key there belongs to the system: with a letter it moves the caret and deletes.
 */

/** @typedef {Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>} Press */

const LETTER = /^[A-Z]$/;
const DIGIT = /^\d$/;

/** @param {string} keys @returns {string[]} the modifiers, and the key at the end */
export const partsOf = (keys) => keys.split(/(?<=\w)\+/);

/**
 * @param {Press} event
 * @param {string} keys
 * @param {boolean} mac whether the keyboard is that of a Mac
 * @returns {boolean} whether exactly these keys are pressed
 */
export function pressed({ key, code, altKey, ctrlKey, metaKey, shiftKey }, keys, mac) {
  const [ctrl, foreign] = mac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  const modifiers = partsOf(keys);
  const wanted = /** @type {string} */ (modifiers.pop());
  const has = (/** @type {string} */ name) => modifiers.includes(name);
  if (has('Alt') !== altKey || has('Ctrl') !== ctrl || foreign) return false;
  // Some layouts type signs such as "/" with the Shift key.
  if ((wanted.length > 1 || LETTER.test(wanted) || DIGIT.test(wanted)) && has('Shift') !== shiftKey) return false;
  return typed(key, code, wanted).toUpperCase() === wanted.toUpperCase();
}

/**
 * @param {string} key
 * @param {string} code
 * @param {string} wanted
 * @returns {string} the character that counts
 */
function typed(key, code, wanted) {
  // A layout without Latin letters has none that could be meant.
  if (LETTER.test(wanted) && !/^[\0-\x7f]/.test(key)) return code.replace(/^Key/, '');
  // With Shift, the key of a digit types another character.
  return DIGIT.test(wanted) && /^Digit\d$/.test(code) ? code.slice(-1) : key;
}

/** @type {Record<string, string>} */
const SIGNS = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** @type {Record<string, string>} */
const MAC = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

/**
 * @param {string} keys
 * @param {Record<string, string>} names of keys in the user's language
 * @param {boolean} mac whether the keyboard is that of a Mac
 * @returns {string[]} what stands on the keys
 */
export const labelsOf = (keys, names, mac) => partsOf(keys).map((one) => (mac && MAC[one]) || names[one] || SIGNS[one] || one);

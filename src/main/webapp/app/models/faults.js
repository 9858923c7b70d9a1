/** @import {Key} from '../texts.js' */
/** @typedef {Pick<HTMLInputElement, 'name' | 'willValidate' | 'validity'>} Field */

/**
 * What is wrong with the fields of a form before it is sent.
 *
 * @param {Field[]} fields
 * @param {Partial<Record<string, Key>>} words what to say of a field whose value is not allowed
 * @returns {Record<string, Key>} a text for each wrong field, by its name
 */
export function wrongFields(fields, words) {
  const wrong = fields.filter(({ willValidate, validity }) => willValidate && !validity.valid);
  return Object.fromEntries(wrong.map(({ name, validity }) => [name, validity.valueMissing ? 'field.missing' : (words[name] ?? 'field.wrong')]));
}

/**
 * What the server has found wrong.
 *
 * @param {{blames: (field: string) => boolean}} problem
 * @param {string[]} fields the names of the fields of the form
 * @param {Partial<Record<string, Key>>} words
 * @returns {Record<string, Key>}
 */
export function blamedFields(problem, fields, words) {
  const blamed = fields.filter((name) => problem.blames(name));
  return Object.fromEntries(blamed.map((name) => [name, words[name] ?? 'field.wrong']));
}

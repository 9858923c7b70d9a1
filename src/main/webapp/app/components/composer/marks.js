/** @import {Key} from '../../language.js' */
/** @import {Change} from '../../models/marking.js' */
import { t } from '../../language.js';
import { toggledBlock, toggledLines } from '../../models/line-marks.js';
import { linked } from '../../models/link-marks.js';
import { toggled, toggledCode } from '../../models/marking.js';
import { labelled, mac, oneOf } from '../common/keys.js';
import { typeOver } from './type-over.js';

/**
 * @typedef {object} Mark
 * @property {string} icon
 * @property {Key} name
 * @property {readonly [string]} [keys] with the Shift key where Ctrl alone belongs to the browser
 * @property {(text: string, from: number, to: number) => Change | null} change null if the selection cannot have the mark
 */

/** @type {Mark[]} */
export const MARKS = [
  { icon: 'bold', name: 'marks.bold', keys: ['Ctrl+B'], change: (text, from, to) => toggled(text, from, to, '**') },
  { icon: 'italic', name: 'marks.italic', keys: ['Ctrl+I'], change: (text, from, to) => toggled(text, from, to, '*') },
  { icon: 'strike', name: 'marks.strike', keys: ['Ctrl+Shift+X'], change: (text, from, to) => toggled(text, from, to, '~~') },
  { icon: 'link', name: 'marks.link', keys: ['Ctrl+K'], change: linked },
  { icon: 'code', name: 'marks.code', keys: ['Ctrl+Shift+C'], change: (text, from, to) => (text.slice(from, to).includes('\n') ? toggledBlock : toggledCode)(text, from, to) },
  { icon: 'snippet', name: 'marks.block', change: toggledBlock },
  { icon: 'quote', name: 'marks.quote', keys: ['Ctrl+Shift+9'], change: (text, from, to) => toggledLines(text, from, to, '> ', '>') },
  { icon: 'list', name: 'marks.list', keys: ['Ctrl+Shift+8'], change: (text, from, to) => toggledLines(text, from, to, '- ', '') },
];

/** @param {Mark} mark @returns {string} its name and keys */
export const tipOf = ({ name, keys }) => (keys ? `${t(name)} (${labelled(keys[0]).join('+')})` : t(name));

/** @param {Mark} mark @returns {string | undefined} its keys for screen readers */
export const keysOf = ({ keys }) => keys?.[0].replace('Ctrl', mac ? 'Meta' : 'Control');

/**
 * Puts a mark on the selection, or takes it away.
 * @param {Mark} mark
 * @param {HTMLTextAreaElement | null} field
 */
export function put({ change }, field) {
  if (!field) return;
  const changed = change(field.value, field.selectionStart, field.selectionEnd);
  if (changed) typeOver(field, changed);
  else field.focus();
}

/**
 * @param {KeyboardEvent} event in a text area
 * @returns {boolean} whether the key was one of a mark
 */
export function markKey(event) {
  const mark = MARKS.find(({ keys }) => oneOf(event, keys));
  if (!mark) return false;
  event.preventDefault();
  put(mark, /** @type {HTMLTextAreaElement} */ (event.target));
  return true;
}

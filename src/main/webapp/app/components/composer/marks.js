/** @import {Key} from '../../language.js' */
/** @import {Change} from '../../models/marking.js' */
import { t } from '../../language.js';
import { toggledBlock, toggledLines } from '../../models/line-marks.js';
import { linked } from '../../models/link-marks.js';
import { toggled, toggledCode } from '../../models/marking.js';
import { typeOver } from './type-over.js';

/**
 * @typedef {object} Mark
 * @property {string} icon
 * @property {Key} name
 * @property {string} [key] with Ctrl, or with Command on a Mac
 * @property {boolean} [shift] with the Shift key too, where Ctrl alone belongs to the browser
 * @property {(text: string, from: number, to: number) => Change | null} change null if the selection cannot have the mark
 */

/** @type {Mark[]} */
export const MARKS = [
  { icon: 'bold', name: 'marks.bold', key: 'B', change: (text, from, to) => toggled(text, from, to, '**') },
  { icon: 'italic', name: 'marks.italic', key: 'I', change: (text, from, to) => toggled(text, from, to, '*') },
  { icon: 'strike', name: 'marks.strike', key: 'X', shift: true, change: (text, from, to) => toggled(text, from, to, '~~') },
  { icon: 'link', name: 'marks.link', key: 'K', change: linked },
  { icon: 'code', name: 'marks.code', key: 'C', shift: true, change: (text, from, to) => (text.slice(from, to).includes('\n') ? toggledBlock : toggledCode)(text, from, to) },
  { icon: 'snippet', name: 'marks.block', change: toggledBlock },
  { icon: 'quote', name: 'marks.quote', key: '9', shift: true, change: (text, from, to) => toggledLines(text, from, to, '> ', '>') },
  { icon: 'list', name: 'marks.list', key: '8', shift: true, change: (text, from, to) => toggledLines(text, from, to, '- ', '') },
];

const mac = /^(?:Mac|iP)/.test(navigator.platform);

/** @param {Mark} mark @returns {string} its name and keys */
export const tipOf = ({ name, shift, key }) => (key ? `${t(name)} (${[mac ? '⌘' : 'Ctrl', ...(shift ? ['Shift'] : []), key].join('+')})` : t(name));

/** @param {Mark} mark @returns {string | undefined} its keys for screen readers */
export const keysOf = ({ shift, key }) => key && [mac ? 'Meta' : 'Control', ...(shift ? ['Shift'] : []), key].join('+');

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
  const mark = MARKS.find(({ key, shift = false }) => key === keyOf(event) && shift === event.shiftKey);
  if (!mark || event.altKey || !(mac ? event.metaKey : event.ctrlKey)) return false;
  event.preventDefault();
  put(mark, /** @type {HTMLTextAreaElement} */ (event.target));
  return true;
}

/** @param {KeyboardEvent} event @returns {string} a digit by the place of its key: with Shift it types another character */
const keyOf = ({ key, code }) => (/^Digit\d$/.test(code) ? code.slice(-1) : key.toUpperCase());

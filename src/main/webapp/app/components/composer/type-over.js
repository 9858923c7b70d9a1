/** @import {Change} from '../../models/marking.js' */

/**
 * Changes the text of a field as if the user had typed it, so the browser's own undo takes it back.
 * @param {HTMLTextAreaElement} field
 * @param {Change} change
 */
export function typeOver(field, { from, to, text, select }) {
  field.focus();
  field.setSelectionRange(from, to);
  if (!typed(text, from === to)) {
    field.setRangeText(text, from, to);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
  field.setSelectionRange(...select);
}

/**
 * The command is deprecated, but after a new value or `setRangeText` the browser's undo knows nothing any more.
 * @param {string} text
 * @param {boolean} caret whether nothing is selected
 * @returns {boolean} false if the browser does not do it
 */
function typed(text, caret) {
  if (text) return document.execCommand('insertText', false, text);
  return caret || document.execCommand('delete');
}

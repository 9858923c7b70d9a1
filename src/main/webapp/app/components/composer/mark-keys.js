import { toggled } from '../../models/marking.js';

/** Keys with Ctrl or Command, and with Shift where Ctrl alone belongs to the browser. */
const MARKS = new Map([['b', '**'], ['i', '*'], ['shift+c', '`']]);

/**
 * Puts marks around the selection, or takes them away.
 * @param {KeyboardEvent} event in a text area
 * @returns {boolean} whether the key was one of these
 */
export function markKey(event) {
  const mark = MARKS.get(`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`);
  if (!mark || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  const field = /** @type {HTMLTextAreaElement} */ (event.target);
  const { from, to, text, select } = toggled(field.value, field.selectionStart, field.selectionEnd, mark);
  field.setSelectionRange(from, to);
  // Deprecated, but nothing else leaves the change to the browser's own undo.
  document.execCommand('insertText', false, text);
  field.setSelectionRange(...select);
  return true;
}

/** @import {Change} from './marking.js' */
import { endsInCode } from './completing.js';
import { longestRun } from './marking.js';

/** A code block around the selection: its first line is before it, and its last one after it. */
const OPENING = /(?:^|\n)(`{3,})[^\n`]*\n$/;
/** A code block that is selected as a whole. */
const BLOCK = /^(`{3,})[^\n`]*\n([\s\S]*?)\n?\1$/;

/**
 * Puts a prefix before each line that the selection touches, or takes it away if all of them have it.
 * @param {string} text
 * @param {number} from the beginning of the selection
 * @param {number} to its end
 * @param {string} prefix such as `- `
 * @param {string} blank what a blank line between others gets, such as `>` in a quote
 * @returns {Change}
 */
export function toggledLines(text, from, to, prefix, blank) {
  const [begin, end] = linesAround(text, from, to);
  const lines = text.slice(begin, end).split('\n');
  const away = lines.some((line) => line.startsWith(prefix)) && lines.every((line) => line.startsWith(prefix) || line.trim() === blank);
  const put = (/** @type {string} */ line) => (line.trim() === '' && lines.length > 1 ? blank : prefix + line);
  const take = (/** @type {string} */ line) => line.slice(line.startsWith(prefix) ? prefix.length : blank.length);
  const changed = lines.map(away ? take : put).join('\n');
  const caret = Math.max(begin, from + (away ? -prefix.length : prefix.length));
  return { from: begin, to: end, text: changed, select: from === to ? [caret, caret] : [begin, begin + changed.length] };
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {[number, number]} the whole lines; a selection does not touch the line before which it ends
 */
function linesAround(text, from, to) {
  const last = to > from && text[to - 1] === '\n' ? to - 1 : to;
  const end = text.indexOf('\n', last);
  return [text.slice(0, from).lastIndexOf('\n') + 1, end < 0 ? text.length : end];
}

/**
 * Makes a code block of the selection, or takes the fences away.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {Change}
 */
export function toggledBlock(text, from, to) {
  const inner = text.slice(from, to);
  const whole = BLOCK.exec(inner);
  if (whole) return { from, to, text: whole[2], select: [from, from + whole[2].length] };
  return withoutFences(text, from, to) ?? fenced(text, from, to);
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {Change | null} null if the selection is not the content of a code block
 */
function withoutFences(text, from, to) {
  const before = text.slice(0, from);
  const [opening, fence] = OPENING.exec(before) ?? [];
  if (!opening || !fence || !endsInCode(before)) return null;
  const closing = text[to - 1] === '\n' && text.startsWith(fence, to) ? fence : `\n${fence}`;
  if (!text.startsWith(closing, to)) return null;
  const begin = from - opening.trimStart().length;
  return { from: begin, to: to + closing.length, text: text.slice(from, to), select: [begin, begin + to - from] };
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {Change} with fences that no fence inside can close, on lines of their own
 */
function fenced(text, from, to) {
  const inner = text.slice(from, to);
  const fence = '`'.repeat(Math.max(3, longestRun(inner) + 1));
  const before = `${from > 0 && text[from - 1] !== '\n' ? '\n' : ''}${fence}\n`;
  const after = `${inner.endsWith('\n') ? '' : '\n'}${fence}${to < text.length && text[to] !== '\n' ? '\n' : ''}`;
  return { from, to, text: before + inner + after, select: [from + before.length, from + before.length + inner.length] };
}

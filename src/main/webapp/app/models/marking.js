/**
 * The new text of a range of the field, and the selection after it.
 * @typedef {{from: number, to: number, text: string, select: [number, number]}} Change
 */

/** Bold and italic together are `***`. */
const BOTH = 3;

/**
 * Puts a mark on both sides of the selection, or takes it away if it is there, inside or outside of the selection.
 * @param {string} text
 * @param {number} begin of the selection; spaces at its ends stay outside of the marks
 * @param {number} end
 * @param {string} mark such as `**`
 * @returns {Change}
 */
export function toggled(text, begin, end, mark) {
  const [from, to] = withoutSpaces(text, begin, end);
  const size = mark.length;
  const inner = text.slice(from, to);
  const edge = edgeOf(inner, mark[0]);
  if (edge > 0 && !inner.slice(edge, -edge).includes(mark) && isMarked(text, from + edge, to - edge, mark)) {
    return { from, to, text: inner.slice(size, inner.length - size), select: [from, to - 2 * size] };
  }
  if (isMarked(text, from, to, mark)) return { from: from - size, to: to + size, text: inner, select: [from - size, to - size] };
  return { from, to, text: mark + inner + mark, select: [from + size, to + size] };
}

/**
 * Code in a line. If there are backticks in it, its mark is longer than they are.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
export function toggledCode(text, from, to) {
  const inner = text.slice(from, to);
  return toggled(text, from, to, '`'.repeat(edgeOf(inner, '`') || longestRun(inner) + 1));
}

/** @param {string} text @returns {number} how many backticks follow each other in it at most */
export const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/**
 * @param {string} text
 * @param {number} begin
 * @param {number} end
 * @returns {[number, number]} the range without the spaces at its ends; one of spaces only is empty
 */
export function withoutSpaces(text, begin, end) {
  let [from, to] = [begin, end];
  while (to > from && /\s/.test(text[to - 1])) to -= 1;
  while (from < to && /\s/.test(text[from])) from += 1;
  return [from, to];
}

/**
 * @param {string} inner
 * @param {string} sign
 * @returns {number} how many of the sign stand at both ends, around something else
 */
function edgeOf(inner, sign) {
  const edge = runOf(inner, 0, 1, sign);
  return edge === runOf(inner, inner.length - 1, -1, sign) && edge * 2 < inner.length ? edge : 0;
}

/**
 * Whether the signs on both sides of the range are these marks and not a part of longer ones: `*` is not in `**`.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {string} mark
 */
function isMarked(text, from, to, mark) {
  const runs = [runOf(text, from - 1, -1, mark[0]), runOf(text, to, 1, mark[0])];
  return runs.every((run) => run === mark.length || (run === BOTH && mark[0] === '*'));
}

/**
 * @param {string} text
 * @param {number} at
 * @param {1 | -1} step
 * @param {string} sign
 * @returns {number} how many of the sign stand there, one after the other
 */
function runOf(text, at, step, sign) {
  let run = 0;
  while (text[at + run * step] === sign) run += 1;
  return run;
}

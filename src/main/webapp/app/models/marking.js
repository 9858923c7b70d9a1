/**
 * @param {string} text
 * @param {number} from the beginning of the selection
 * @param {number} to its end
 * @param {string} mark such as `**`
 * @returns {{from: number, to: number, text: string, select: [number, number]}} the new text of a range, and the
 *   selection after it. A text that is already between two marks loses them.
 */
export function toggled(text, from, to, mark) {
  const size = mark.length;
  const inner = text.slice(from, to);
  if (isMarked(text, from, to, mark)) return { from: from - size, to: to + size, text: inner, select: [from - size, to - size] };
  return { from, to, text: mark + inner + mark, select: [from + size, to + size] };
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
  return runs.every((run) => run === mark.length || run === BOTH);
}

/** Bold and italic together are `***`. */
const BOTH = 3;

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

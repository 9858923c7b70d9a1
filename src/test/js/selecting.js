/** @import {Change} from '../../main/webapp/app/models/marking.js' */

/** @typedef {(text: string, from: number, to: number) => Change | null} Mark */

/**
 * @param {string} typed with the selection between « and »
 * @param {Mark} mark
 */
export function after(typed, mark) {
  const from = typed.indexOf('«');
  const to = typed.indexOf('»') - 1;
  const body = typed.replace(/[«»]/g, '');
  const change = mark(body, from, to);
  if (!change) return null;
  const text = body.slice(0, change.from) + change.text + body.slice(change.to);
  const [begin, end] = change.select;
  return `${text.slice(0, begin)}«${text.slice(begin, end)}»${text.slice(end)}`;
}

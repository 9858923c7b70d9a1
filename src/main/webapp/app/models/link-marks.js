/** @import {Change} from './marking.js' */
import { endsInCode } from './completing.js';
import { withoutSpaces } from './marking.js';
import { piecesOf, safeAddress } from './text.js';

/** Selected after the label, so that an address is typed or pasted over it. */
const ADDRESS = 'https://';
/** What can stand between the brackets of a link. */
const LABEL = /^(?:[^[\]\\`\n]|`[^`\n]*`)*$/;
/** One link and nothing else. */
const LINK = /^\[([^[\]\n]+)\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)$/;
/** What follows a label. */
const TARGET = /^\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)/;
/** Each bracket in the address has its other one. */
const BALANCED = /^[^()]*(?:\([^()]*\)[^()]*)*$/;
const PASTED = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i;

/**
 * Makes a link of the selection, or takes the link away from its label.
 * @param {string} text
 * @param {number} begin of the selection
 * @param {number} end
 * @returns {Change | null} null if the selection cannot be a label
 */
export function linked(text, begin, end) {
  const [from, to] = withoutSpaces(text, begin, end);
  const inner = text.slice(from, to);
  const away = unlinked(text, from, to);
  if (away) return away;
  if (PASTED.test(inner) && safeAddress(inner)) return { from, to, text: `[](${closed(inner)})`, select: [from + 1, from + 1] };
  return isLabel(inner) ? { from, to, text: `[${inner}](${ADDRESS})`, select: selecting(from, inner) } : null;
}

/**
 * @param {number} from
 * @param {string} inner
 * @returns {[number, number]} the caret in an empty label, or else the address
 */
function selecting(from, inner) {
  const address = from + inner.length + 3;
  return inner ? [address, address + ADDRESS.length] : [from + 1, from + 1];
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {Change | null} null if the selection is neither a link nor the label of one
 */
function unlinked(text, from, to) {
  const inner = text.slice(from, to);
  const label = LINK.exec(inner)?.[1];
  if (label) return { from, to, text: label, select: [from, from + label.length] };
  const target = inner && text[from - 1] === '[' ? TARGET.exec(text.slice(to))?.[0] : undefined;
  return target ? { from: from - 1, to: to + target.length, text: inner, select: [from - 1, to - 1] } : null;
}

/**
 * An address that is pasted over selected words makes a link of them.
 * @param {string} text
 * @param {number} begin of the selection
 * @param {number} end
 * @param {string} pasted
 * @returns {Change | null} null if it is to be pasted as usual
 */
export function pastedLink(text, begin, end, pasted) {
  const [from, to] = withoutSpaces(text, begin, end);
  const inner = text.slice(from, to);
  const address = pasted.trim();
  if (!inner || !isLabel(inner) || !PASTED.test(address) || !safeAddress(address)) return null;
  // The selection may be the address of a link, which the pasted one replaces.
  if (text.slice(from - 2, from) === '](' || endsInCode(text.slice(0, from))) return null;
  const link = `[${inner}](${closed(address)})`;
  return { from, to, text: link, select: [from + link.length, from + link.length] };
}

/** @param {string} inner a label with an address in it would show another one than its own, and be no link */
const isLabel = (inner) => LABEL.test(inner) && !piecesOf(inner).some(({ href }) => href);

/** @param {string} address @returns {string} without a bracket that would end the link too early */
const closed = (address) => (BALANCED.test(address) ? address : address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')));

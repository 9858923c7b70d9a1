/** @import {StreamParser} from '@codemirror/language' */
import { CodeLine } from './code-line.js';

/** @typedef {'keyword' | 'string' | 'constant' | 'comment' | 'type' | 'name' | 'added' | 'removed'} Colour */
/** @typedef {{text: string, colour: Colour | null}} Piece of code, null for the colour of text */

/** After so many pieces or lines, or from a longer line on, the code has no colours. No code may make a browser slow. */
export const PIECES = 1000;
const LINES = 500;
export const LINE = 1000;
/** A parser may change its state several times before it reads on. */
const TRIES = 10;

/** @type {[Colour, string][]} what the parsers call their tokens */
const NAMES = [
  ['keyword', 'keyword controlKeyword operatorKeyword definitionKeyword moduleKeyword modifier qualifier self'],
  ['string', 'string string-2 character regexp url attributeValue docString quote'],
  ['constant', 'number integer float atom bool null unit color literal escape constant'],
  ['comment', 'comment lineComment blockComment docComment'],
  ['type', 'type typeName className tag tagName builtin namespace variable-3'],
  ['name', 'def attribute attributeName macroName meta annotation header heading labelName link property propertyName variable-2'],
  ['added', 'inserted positive'],
  ['removed', 'deleted negative'],
];
const COLOURS = new Map(NAMES.flatMap(([colour, names]) => names.split(' ').map((name) => /** @type {const} */ ([name, colour]))));

/**
 * @param {string} code
 * @param {StreamParser<any>} parser of its language
 * @returns {Piece[]} the unchanged code, cut where its colour changes
 */
export function coloured(code, parser) {
  const pieces = new Pieces();
  const state = parser.startState?.(2) ?? {};
  let at = 0;
  for (const text of code.split('\n', LINES)) {
    const done = text.length <= LINE ? read(text, parser, state, pieces) : 0;
    at += done;
    if (done < text.length || at === code.length) break;
    pieces.add('\n', null);
    at += 1;
  }
  pieces.add(code.slice(at), null);
  return pieces.all;
}

/** Neighbours of the same colour are one piece. */
class Pieces {
  /** @type {Piece[]} */
  all = [];

  /**
   * @param {string} text
   * @param {Colour | null} colour
   */
  add(text, colour) {
    const last = this.all.at(-1);
    if (last && (last.colour === colour || text.trim() === '')) last.text += text;
    else if (text) this.all.push({ text, colour });
  }
}

/**
 * @param {string} text of the line
 * @param {StreamParser<any>} parser
 * @param {any} state
 * @param {Pieces} pieces
 * @returns {number} how much of the line was read; not all of it if there are enough pieces, or if the parser fails
 */
function read(text, parser, state, pieces) {
  const line = new CodeLine(text);
  try {
    if (text === '') parser.blankLine?.(state, 2);
    while (!line.eol() && pieces.all.length < PIECES) {
      line.start = line.pos;
      const name = next(line, parser, state);
      pieces.add(line.current(), colourOf(name));
    }
    return line.pos;
  } catch {
    return line.start;
  }
}

/**
 * @param {CodeLine} line
 * @param {StreamParser<any>} parser
 * @param {any} state
 * @returns {string | null} the name of the token that was read
 */
function next(line, parser, state) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const name = parser.token(/** @type {any} */ (line), state);
    if (line.pos > line.start) return name;
  }
  line.next();
  return null;
}

/** @param {string | null} name one or more words, the last one the most special; perhaps with a kind after a full stop */
function colourOf(name) {
  for (const word of name?.split(' ').reverse() ?? []) {
    const colour = COLOURS.get(word) ?? COLOURS.get(word.split('.')[0]);
    if (colour) return colour;
  }
  return null;
}

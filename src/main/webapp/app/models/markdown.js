/** @import {Token, Tokens} from 'marked' */
import { emojiOnly } from './emoji.js';
import { tokensOf } from './markdown-lexer.js';
import { piecesOf, safeAddress } from './text.js';

/**
 * A node of a message. Texts are as typed, without the marks.
 * @typedef {{type: 'text', text: string}} Text
 * @typedef {{type: 'strong' | 'emphasis' | 'strike', children: Inline[]}} Emphasized
 * @typedef {{type: 'code', text: string}} Code
 * @typedef {{type: 'link', href: string, children: Inline[]}} Link its address is safe to open
 * @typedef {Text | Emphasized | Code | Link} Inline
 *
 * @typedef {{type: 'paragraph' | 'heading', children: Inline[]}} Paragraph
 * @typedef {{type: 'quote', children: Block[]}} Quote
 * @typedef {{type: 'codeBlock', text: string, language: string, begun?: string}} CodeBlock the language as typed, often
 *   empty; and how the text begins, if no more of it is to be drawn yet
 * @typedef {{type: 'item', number: number, done: boolean | null, children: Block[]}} Item `done` is null if it is no task
 * @typedef {{type: 'list', ordered: boolean, children: Item[]}} List
 * @typedef {{type: 'cell', align: 'left' | 'center' | 'right' | null, children: Inline[]}} Cell
 * @typedef {{type: 'row', children: Cell[]}} TableRow
 * @typedef {{type: 'table', children: TableRow[]}} Table its first row is the head
 * @typedef {{type: 'rule'}} Rule
 * @typedef {Paragraph | Quote | CodeBlock | List | Table | Rule} Block
 */

/** A message of more nodes or lines is shown as it was typed. */
export const NODES = 2000;
const LINES = 1000;
/** More than the messages, quotes and previews that the page shows at a time. */
const REMEMBERED = 1000;
/** A text without any of these characters has no marks. */
const MARK = /[*_~`[#>|+\\-]|\d[.)]/;
/** A backslash before what would be a mark at the beginning of a line. */
const ESCAPED_LINE = /^( *)\\(?=[#>+-])|^( *\d{1,9})\\(?=[.)])/gm;

/** @typedef {{tree: Block[], plain?: string}} Known */

/** @type {Map<string, Known>} the oldest first */
const texts = new Map();

/** @param {string} text @returns {Known} the same object each time while it is remembered */
function known(text) {
  const one = texts.get(text) ?? { tree: parsed(text) };
  texts.delete(text);
  texts.set(text, one);
  if (texts.size > REMEMBERED) texts.delete(/** @type {string} */ (texts.keys().next().value));
  return one;
}

/** @param {string} text of a message @returns {Block[]} the same array each time while it is remembered */
export const treeOf = (text) => known(text).tree;

/** @param {string} text of a message @returns {string} the text without marks, for previews and notifications */
export function plain(text) {
  const one = known(text);
  one.plain ??= one.tree.map(wordsOf).join('\n').trim() || text.trim();
  return one.plain;
}

/** @param {string} text @returns {Block[]} */
function parsed(text) {
  if (!MARK.test(text) || emojiOnly(text) || text.split('\n', LINES + 1).length > LINES) return typed(text);
  const tree = blocksOf(tokensOf(text));
  return changesNothing(tree, text) || countOf(tree) > NODES ? typed(text) : tree;
}

/** @param {string} text @returns {Block[]} */
const typed = (text) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/**
 * Blank lines between paragraphs are kept as typed, so a text without marks must not go through here.
 * @param {Block[]} tree
 * @param {string} text
 */
function changesNothing([first, second], text) {
  const [only, more] = first?.type === 'paragraph' ? first.children : [];
  return !first || (!second && !more && only?.type === 'text' && only.text.replace(/\s/g, '') === text.replace(/\s/g, ''));
}

/** @param {Block[]} tree @returns {number} */
function countOf(tree) {
  /** @type {(Block | Inline | Item | TableRow | Cell)[]} */
  const nodes = [...tree];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  return nodes.length;
}

/**
 * Paragraphs that follow each other become one, with the line breaks between them as typed.
 * @param {Token[]} tokens
 * @returns {Block[]}
 */
function blocksOf(tokens) {
  /** @type {Block[]} */
  const blocks = [];
  let breaks = 0;
  for (const token of tokens) {
    const block = blockOf(token);
    const last = blocks.at(-1);
    if (block?.type === 'paragraph' && last?.type === 'paragraph') {
      last.children = joined([...last.children, { type: 'text', text: '\n'.repeat(Math.max(1, breaks)) }, ...block.children]);
    } else if (block) blocks.push(block);
    if (block) breaks = 0;
    breaks += token.type === 'space' ? breaksIn(token.raw) : breaksAfter(token.raw);
  }
  return blocks;
}

/** @param {string} raw */
const breaksIn = (raw) => raw.split('\n').length - 1;

/** @param {string} raw */
const breaksAfter = (raw) => breaksIn(raw.slice(raw.trimEnd().length));

/** @param {Token} token @returns {Block | null} null for the space between blocks */
function blockOf(token) {
  switch (token.type) {
    case 'space': return null;
    case 'hr': return { type: 'rule' };
    case 'code': return { type: 'codeBlock', text: token.text, language: token.lang ?? '' };
    case 'heading': return { type: 'heading', children: inlinesOf(token.tokens ?? []) };
    case 'blockquote': return { type: 'quote', children: blocksOf(token.tokens ?? []) };
    case 'list': return listOf(/** @type {Tokens.List} */ (token));
    case 'table': return tableOf(/** @type {Tokens.Table} */ (token));
    default: return { type: 'paragraph', children: linesOf(/** @type {Tokens.Paragraph} */ (token)) };
  }
}

/** @param {Tokens.Paragraph} paragraph */
function linesOf({ tokens }) {
  const inlines = inlinesOf(tokens);
  for (const inline of inlines) if (inline.type === 'text') inline.text = unescaped(inline.text, inline === inlines[0]);
  return inlines;
}

/**
 * @param {string} text
 * @param {boolean} first whether it begins a line
 */
const unescaped = (text, first) => text.replace(ESCAPED_LINE, (match, before = '', number = '', at = 0) => (first || at > 0 ? before + number : match));

/** @param {Tokens.List} list @returns {List} numbers are as typed, unless all are the same: then the list counts */
function listOf({ items, ordered }) {
  const numbers = items.map(({ raw }) => (ordered ? parseInt(raw, 10) : 0));
  const counts = ordered && new Set(numbers).size === 1;
  const children = items.map((item, at) => /** @type {Item} */ ({
    type: 'item',
    number: counts ? numbers[0] + at : numbers[at],
    done: item.task ? item.checked === true : null,
    children: blocksOf(item.tokens),
  }));
  return { type: 'list', ordered, children };
}

/** @param {Tokens.Table} table @returns {Table} */
function tableOf({ header, rows }) {
  const children = [header, ...rows].map((row) => /** @type {TableRow} */ ({
    type: 'row',
    children: row.map(({ align, tokens }) => ({ type: 'cell', align, children: inlinesOf(tokens) })),
  }));
  return { type: 'table', children };
}

/** @param {Token[]} tokens */
const inlinesOf = (tokens) => joined(tokens.map(inlineOf));

/** @param {Token} token @returns {Inline} */
function inlineOf(token) {
  const { tokens = [] } = /** @type {{tokens?: Token[]}} */ (token);
  switch (token.type) {
    case 'strong': return { type: 'strong', children: inlinesOf(tokens) };
    case 'em': return { type: 'emphasis', children: inlinesOf(tokens) };
    case 'del': return { type: 'strike', children: inlinesOf(tokens) };
    case 'codespan': return { type: 'code', text: /** @type {Tokens.Codespan} */ (token).text };
    case 'link': return linkOf(/** @type {Tokens.Link} */ (token));
    default: return { type: 'text', text: /** @type {Tokens.Text | Tokens.Escape} */ (token).text };
  }
}

/** @param {Tokens.Link} link @returns {Link | Text} as typed without a label, if unsafe, or if it shows another address */
function linkOf({ raw, href, text, tokens }) {
  const address = safeAddress(href);
  const shown = piecesOf(text).find((piece) => piece.href)?.href ?? address;
  return address && shown === address && text.trim() ? { type: 'link', href: address, children: inlinesOf(tokens) } : { type: 'text', text: raw };
}

/** @param {Inline[]} inlines @returns {Inline[]} texts side by side become one, so that an address is not cut */
function joined(inlines) {
  /** @type {Inline[]} */
  const all = [];
  for (const inline of inlines) {
    const last = all.at(-1);
    if (inline.type === 'text' && last?.type === 'text') last.text += inline.text;
    else all.push(inline);
  }
  return all;
}

/** @param {Block | Inline | Item} node @returns {string} */
function wordsOf(node) {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'codeBlock': return node.text;
    case 'rule': return '';
    case 'quote': return node.children.map(wordsOf).join('\n');
    case 'list': return node.children.map((item) => `${signOf(item, node.ordered)} ${wordsOf(item)}`).join('\n');
    case 'item': return node.children.map(wordsOf).join('\n');
    case 'table': return node.children.map((row) => row.children.map((cell) => cell.children.map(wordsOf).join('')).join(', ')).join('\n');
    default: return node.children.map(wordsOf).join('');
  }
}

/**
 * @param {Item} item
 * @param {boolean} ordered
 */
function signOf({ number, done }, ordered) {
  if (done !== null) return done ? '☑' : '☐';
  return ordered ? `${number}.` : '•';
}

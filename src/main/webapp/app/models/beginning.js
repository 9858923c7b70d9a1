/** @import {Block, Cell, CodeBlock, Inline, Item, TableRow} from './markdown.js' */

/** @typedef {Block | Inline | Item | TableRow | Cell} Node */

/** What drawing a line costs, in characters of a long line. */
const LINE = 80;
/** What drawing a node costs besides its text and the nodes in it. */
const COSTS = new Map([['paragraph', LINE], ['heading', LINE], ['row', LINE], ['rule', LINE], ['codeBlock', LINE], ['item', LINE / 5],
  ['text', 0], ['code', 4], ['strong', 4], ['emphasis', 4], ['strike', 4], ['link', 4]]);
/** What a character costs if it begins a line of text, or if a name follows, which is a button. */
const SIGNS = new Map([['\n', LINE / 4], ['@', 14]]);
/** For these letters the browser looks for another font. */
const FOREIGN = /[\u0590-\uffff]/g;
/** Code with so many of them has no colours, because colours come for a whole. */
const MANY = 1000;

/**
 * The beginning of a message. What is complete are the same nodes.
 * @param {Block[]} tree
 * @param {number} size how much drawing it may cost, in characters of a long line
 * @returns {Block[]} the tree itself if all of it is within this size
 */
export const beginningOf = (tree, size) => new Beginning(size).of(tree);

class Beginning {
  #left;

  /** @param {number} size */
  constructor(size) {
    this.#left = size;
  }

  /**
   * @template {Node} T
   * @param {T[]} nodes
   * @returns {T[]}
   */
  of(nodes) {
    /** @type {T[]} */
    const taken = [];
    for (const node of nodes) {
      if (this.#left <= 0) break;
      taken.push(this.#taken(node));
    }
    // Only the last node that was taken may be cut.
    return taken.length === nodes.length && taken.at(-1) === nodes.at(-1) ? nodes : taken;
  }

  /**
   * @template {Node} T
   * @param {T} node
   * @returns {T}
   */
  #taken(node) {
    this.#left -= COSTS.get(node.type) ?? 1;
    if (node.type === 'rule') return node;
    if ('children' in node) {
      const children = this.of(/** @type {Node[]} */ (node.children));
      return children === node.children ? node : { ...node, children };
    }
    const text = this.#begun(node.text);
    if (text === node.text || (node.type === 'codeBlock' && hasColours(node))) return node;
    return node.type === 'codeBlock' ? { ...node, begun: text } : { ...node, text };
  }

  /** @param {string} text @returns {string} it is not cut within a character */
  #begun(text) {
    let end = 0;
    for (; end < text.length && this.#left > 0; end += 1) this.#left -= costAt(text, end);
    return end < text.length ? text.slice(0, end).replace(/[\ud800-\udbff]$/, '') : text;
  }
}

/**
 * @param {string} text
 * @param {number} at
 */
const costAt = (text, at) => SIGNS.get(text[at]) ?? (text[at] < '\u0590' ? 1 : 2);

/** @param {CodeBlock} code @returns {boolean} whether the page colours it; then it is not cut */
export const hasColours = ({ text, language }) => language !== '' && (text.match(FOREIGN) ?? []).length < MANY;

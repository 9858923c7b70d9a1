/** @import {Block, Cell, Inline, Item, TableRow} from './markdown.js' */

/** @typedef {Block | Inline | Item | TableRow | Cell} Node */

/** What drawing a line costs, in characters of a long line. */
const LINE = 80;
/** What drawing a node costs besides its text and the nodes in it. */
const COSTS = new Map([['paragraph', LINE], ['heading', LINE], ['row', LINE], ['rule', LINE], ['item', LINE / 5]]);

/**
 * The beginning of a message. Only texts are cut, and no code. What is complete are the same nodes.
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
    if (node.type === 'text') {
      const text = this.#begun(node.text);
      return text === node.text ? node : { ...node, text };
    }
    this.#left -= costOf(node);
    if (!('children' in node)) return node;
    const children = this.of(/** @type {Node[]} */ (node.children));
    return children === node.children ? node : { ...node, children };
  }

  /** @param {string} text @returns {string} it is not cut within a character */
  #begun(text) {
    const room = this.#left;
    this.#left -= text.length;
    return this.#left < 0 ? text.slice(0, room).replace(/[\ud800-\udbff]$/, '') : text;
  }
}

/** @param {Node} node */
function costOf(node) {
  if (node.type === 'codeBlock') return node.text.length + LINE * node.text.split('\n').length;
  return COSTS.get(node.type) ?? 1;
}

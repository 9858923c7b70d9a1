/** @import {Token, Tokens} from 'marked' */
import { Lexer, Tokenizer } from 'marked';

/** Quotes and lists in each other, or emphasis in emphasis, to this depth. What is deeper stays text. */
export const DEPTH = 8;
/** The most cells of a table, because one row of marks could otherwise ask for a million. */
const CELLS = 1000;
/** How many characters a search for the end of emphasis, strike or code may pass in vain in one message. */
const WORK = 20_000;

/** Only a mark needs a backslash before it. All others stay, as in a path or a regular expression. */
const ESCAPE = /^\\(?:([`*_~[\]])|(\\)(?=[`*_~[\]]))/;
/** The alternatives begin with different characters, so a link that never ends costs one pass and not many. */
const LINK = /^!?\[((?:\\.|`[^`\n]*`|\[[^[\]\n]*\]|[^[\]\\`\n])*)\]\(([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/;
/** Emphasis does not begin with a space. */
const OPENING = /^(?:\*+(?![\s*]|$)|_+(?![\s_]|$))/;
/** An underscore inside a word is no mark, and after @ it belongs to a username. */
const WORD_BEFORE = /[\p{L}\p{N}@]/u;
const STRIKE = /^~~(?=[^\s~])([\s\S]*?[^\s~])~~(?!~)/;
const QUOTE = /^(?: {0,3}>[^\n]*(?:\n|$))+/;
const QUOTE_MARK = /^ {0,3}>[ \t]?/gm;
/** The first two lines of a table. */
const TABLE = /^[^\n]*\n {0,3}(?=[^\n]*[|:])[|:-][|: -]*(?:\n|$)/;
/** A paragraph ends where another block may begin. If none does, the next paragraph is joined to it. */
const PARAGRAPH = /^[^\n]+(?:\n(?! {0,3}(?:[-*+][ \t]|1[.)][ \t]|>|#{1,6}\s|```|~~~|(?:[-*_][ \t]*){3})|[ \t]*\n|[^\n]*\|)[^\n]+)*/;
/** Text up to the next possible mark. The characters of an address are no marks. */
const TEXT = /^(?:(?:https?:\/\/|mailto:)[^\s<>"'`]+|`+|~+|\*+|_+|[\s\S])(?:(?!https?:\/\/|mailto:)[^\\![`*~_])*/iu;

/**
 * Marked's tokenizer without what messages do not have: HTML, indented code, underlined headings, link definitions and
 * line breaks of its own. What it does not take stays text.
 */
class MessageTokenizer extends Tokenizer {
  #blocks = 0;
  #spans = 0;
  #work = WORK;

  /** @param {string} src a quote ends with its last `>`; the answer follows */
  blockquote(src) {
    const raw = QUOTE.exec(src)?.[0].trimEnd();
    if (!raw) return undefined;
    const text = raw.replace(QUOTE_MARK, '');
    if (!text.trim() || this.#blocks >= DEPTH) return this.#asTyped(raw);
    const tokens = this.#inBlock(() => this.lexer.blockTokens(text, []));
    return /** @type {Tokens.Blockquote} */ ({ type: 'blockquote', raw, text, tokens });
  }

  /** @param {string} src */
  list(src) {
    if (this.#blocks >= DEPTH) return undefined;
    const list = this.#inBlock(() => super.list(src));
    return !list || list.items.some(({ text }) => text.trim()) ? list : this.#asTyped(list.raw);
  }

  /** @param {string} src */
  heading(src) {
    const heading = super.heading(src);
    return heading?.text ? heading : undefined;
  }

  /** @param {string} src */
  fences(src) {
    const code = super.fences(src);
    return !code || code.text ? code : this.#asTyped(code.raw);
  }

  /** @param {string} src a table whose rows have more cells than its head would lose their text */
  table(src) {
    if (!TABLE.test(src) || this.#work <= 0) return undefined;
    const { raw, cells } = sizeOf(src);
    if (cells > CELLS) return this.#asTyped(raw);
    const table = super.table(src);
    if (table && visible(table.raw) === visible([table.header, ...table.rows].flat().map(({ text }) => text).join(''))) return table;
    this.#work -= raw.length;
    return table && this.#asTyped(table.raw);
  }

  /** @param {string} src @returns {Tokens.Paragraph | undefined} */
  paragraph(src) {
    const raw = PARAGRAPH.exec(src)?.[0];
    return raw ? { type: 'paragraph', raw, text: raw, tokens: this.lexer.inline(raw) } : undefined;
  }

  /** @param {string} src @returns {Tokens.Escape | undefined} */
  escape(src) {
    const match = ESCAPE.exec(src);
    return match ? { type: 'escape', raw: match[0], text: match[1] ?? match[2] } : undefined;
  }

  /** @param {string} src @returns {Tokens.Link | undefined} for an image too */
  link(src) {
    const match = this.lexer.state.inLink ? null : LINK.exec(src);
    if (!match) return undefined;
    this.lexer.state.inLink = true;
    const tokens = this.#inSpan(match[1]);
    this.lexer.state.inLink = false;
    return { type: 'link', raw: match[0], href: match[2], text: match[1], tokens };
  }

  /**
   * @param {string} src
   * @param {string} maskedSrc
   * @param {string} [prevChar]
   */
  emStrong(src, maskedSrc, prevChar) {
    if (!OPENING.test(src) || (src[0] === '_' && WORD_BEFORE.test(prevChar ?? ''))) return undefined;
    return this.#search(src, () => super.emStrong(src, maskedSrc, prevChar));
  }

  /** @param {string} src @returns {Tokens.Del | undefined} two tildes; one alone means "about" */
  del(src) {
    if (!src.startsWith('~~')) return undefined;
    return this.#search(src, () => {
      const match = STRIKE.exec(src);
      return match ? { type: 'del', raw: match[0], text: match[1], tokens: this.#inSpan(match[1]) } : undefined;
    });
  }

  /** @param {string} src */
  codespan(src) {
    return src[0] === '`' ? this.#search(src, () => super.codespan(src)) : undefined;
  }

  /** @param {string} src @returns {Tokens.Text | undefined} */
  inlineText(src) {
    const text = TEXT.exec(src)?.[0];
    return text ? { type: 'text', raw: text, text } : undefined;
  }

  code() {
    return undefined;
  }

  html() {
    return undefined;
  }

  def() {
    return undefined;
  }

  lheading() {
    return undefined;
  }

  tag() {
    return undefined;
  }

  reflink() {
    return undefined;
  }

  br() {
    return undefined;
  }

  autolink() {
    return undefined;
  }

  url() {
    return undefined;
  }

  /**
   * Takes all of a block that would have no content. One line after the other would cost a pass for each.
   * @param {string} raw
   * @returns {any} a token of text in the place of the block's own
   */
  #asTyped(raw) {
    return { type: 'text', raw, text: raw, tokens: this.lexer.inline(raw) };
  }

  /**
   * @template T
   * @param {() => T} lex
   * @returns {T}
   */
  #inBlock(lex) {
    this.#blocks += 1;
    try {
      return lex();
    } finally {
      this.#blocks -= 1;
    }
  }

  /** @param {string} text @returns {Token[]} */
  #inSpan(text) {
    return this.lexer.inlineTokens(text, []);
  }

  /**
   * Marks without an end make each search pass the rest of the message. When the searches have cost too much, no more
   * are made.
   * @template T
   * @param {string} src
   * @param {() => T | undefined} search
   * @returns {T | undefined}
   */
  #search(src, search) {
    if (this.#work <= 0 || this.#spans >= DEPTH) return undefined;
    this.#spans += 1;
    const found = search();
    this.#spans -= 1;
    if (!found) this.#work -= src.length;
    return found;
  }
}

/** @param {string} text @returns {string} its letters, digits and other signs that no table is drawn with */
const visible = (text) => text.replace(/[\s|:\\-]/g, '');

/** @param {string} src that begins with a table; it ends with a blank line at the latest */
function sizeOf(src) {
  const raw = src.split(/\n[ \t]*(?:\n|$)/, 1)[0];
  return { raw, cells: src.split('\n', 1)[0].split('|').length * raw.split('\n').length };
}

/** @param {string} text @returns {Token[]} */
export const tokensOf = (text) => new Lexer({ gfm: true, tokenizer: new MessageTokenizer() }).lex(text);

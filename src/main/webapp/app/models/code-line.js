const TAB = 4;
/** Many more than any parser needs for the longest line. One that goes round in circles must come to an end. */
const STEPS = 50_000;

/**
 * One line of code, as the parsers of CodeMirror's legacy modes read it. Its own class for this comes with all of the
 * editor.
 */
export class CodeLine {
  /** The place of the reader. */
  pos = 0;
  /** Where the current token begins. */
  start = 0;
  /** How many spaces a step of indentation has. */
  indentUnit = 2;
  tabSize = TAB;
  #steps = 0;

  /** @param {string} string */
  constructor(string) {
    this.string = string;
  }

  /** @throws {Error} if the parser does not come to an end, for example at a sign that it does not expect */
  #step() {
    this.#steps += 1;
    if (this.#steps > STEPS) throw new Error('The parser goes round in circles.');
  }

  eol() {
    this.#step();
    return this.pos >= this.string.length;
  }

  sol() {
    return this.pos === 0;
  }

  /** @returns {string | undefined} the next character; it stays the next one */
  peek() {
    this.#step();
    return this.string[this.pos];
  }

  next() {
    return this.eol() ? undefined : this.string[this.pos++];
  }

  /** @param {string | RegExp | ((char: string) => boolean)} wanted @returns {string | undefined} the next character, if it is wanted */
  eat(wanted) {
    const char = this.peek();
    if (char === undefined) return undefined;
    const fits = typeof wanted === 'string' ? char === wanted : wanted instanceof RegExp ? wanted.test(char) : wanted(char);
    return fits ? this.next() : undefined;
  }

  /** @param {string | RegExp | ((char: string) => boolean)} wanted @returns {boolean} whether there was one at least */
  eatWhile(wanted) {
    const from = this.pos;
    while (this.eat(wanted) !== undefined);
    return this.pos > from;
  }

  eatSpace() {
    return this.eatWhile(/\s/);
  }

  skipToEnd() {
    this.pos = this.string.length;
  }

  /** @param {string} char @returns {boolean} whether it comes; then it is the next one */
  skipTo(char) {
    const at = this.string.indexOf(char, this.pos);
    if (at >= 0) this.pos = at;
    return at >= 0;
  }

  /** @param {number} count */
  backUp(count) {
    this.pos -= count;
  }

  column() {
    return widthOf(this.string.slice(0, this.start));
  }

  indentation() {
    return widthOf(/^\s*/.exec(this.string)?.[0] ?? '');
  }

  /**
   * @param {string | RegExp} wanted the next characters; an expression begins with `^`
   * @param {boolean} [consume] false to stay before them
   * @param {boolean} [anyCase] for a string
   */
  match(wanted, consume = true, anyCase = false) {
    this.#step();
    if (wanted instanceof RegExp) return this.#found(wanted, consume);
    const there = this.string.slice(this.pos, this.pos + wanted.length);
    if (anyCase ? there.toLowerCase() !== wanted.toLowerCase() : there !== wanted) return null;
    if (consume) this.pos += wanted.length;
    return true;
  }

  /**
   * @param {RegExp} wanted
   * @param {boolean} consume
   */
  #found(wanted, consume) {
    const found = this.string.slice(this.pos).match(wanted);
    if (!found || (found.index ?? 0) > 0) return null;
    if (consume) this.pos += found[0].length;
    return found;
  }

  current() {
    return this.string.slice(this.start, this.pos);
  }
}

/** @param {string} text @returns {number} its width in columns; a tab goes on to the next stop */
function widthOf(text) {
  let width = 0;
  for (const char of text) width += char === '\t' ? TAB - (width % TAB) : 1;
  return width;
}

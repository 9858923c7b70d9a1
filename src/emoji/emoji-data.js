/** @import {EmojiRow} from '../main/webapp/app/models/emoji.js' */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toned } from '../main/webapp/app/models/emoji.js';

/** `npm run emoji` writes the emoji of the page, one module for each language, from the package emojibase-data. */

const PACKAGE = new URL('../../node_modules/emojibase-data/', import.meta.url);
const PAGE = new URL('../main/webapp/app/components/emoji/', import.meta.url);
/** Emojibase's number of the group `component`: skin tones and hair, which are no emoji by themselves. */
const COMPONENT = 2;

export const LANGUAGES = ['en', 'de'];

/** @param {string} tag of the language @returns {URL} the generated file */
export const fileOf = (tag) => new URL(`data.${tag}.js`, PAGE);

/** @param {string} path within the package */
const read = (path) => readFileSync(new URL(path, PACKAGE), 'utf8');

/**
 * An emoji as the package has it.
 * @typedef {{emoji: string, hexcode: string, label: string, tags?: string[], group?: number, order: number,
 *   skins?: (Emojibase & {tone: number | number[]})[]}} Emojibase
 */

/** @param {string} tag of the language @returns {string} the text of the module */
export function moduleOf(tag) {
  const { version } = JSON.parse(read('package.json'));
  const rows = rowsOf(JSON.parse(read(`${tag}/data.json`))).map((row) => `  ${JSON.stringify(row)},`);
  return `/*!
Made by \`npm run emoji\` from emojibase-data ${version}; do not edit.

${read('LICENSE').trim()}
*/

/** @type {import('../../models/emoji.js').EmojiRow[]} */
export const rows = [
${rows.join('\n')}
];
`;
}

/**
 * Emojibase puts a variation selector after each emoji that may also be text. Unicode's own form, which keyboards send,
 * has it only where the character alone would be text.
 * @param {string} emoji
 */
const qualified = (emoji) => emoji.replace(/(\p{Emoji_Presentation})\ufe0f/gu, '$1');

/** @param {Emojibase[]} all in one language @returns {EmojiRow[]} */
function rowsOf(all) {
  const shown = all.filter(({ group }) => group !== undefined && group !== COMPONENT).sort((one, other) => one.order - other.order);
  const codes = shortcodesOf(shown);
  return shown.map((one) => [qualified(one.emoji), one.label, tagsOf(one), (codes.get(one) ?? []).join(' '), one.group ?? 0, tonesOf(one)]);
}

/**
 * Emojibase's own shortcodes, then those of GitHub. Where the two disagree about a shortcode, Emojibase's emoji has it.
 * @param {Emojibase[]} all
 */
function shortcodesOf(all) {
  /** @type {Map<string, Emojibase>} */
  const owners = new Map();
  for (const name of ['emojibase', 'github']) {
    const known = JSON.parse(read(`en/shortcodes/${name}.json`));
    for (const one of all) for (const code of [known[one.hexcode] ?? []].flat()) if (!owners.has(code)) owners.set(code, one);
  }
  /** @type {Map<Emojibase, string[]>} */
  const codes = new Map();
  for (const [code, one] of owners) codes.set(one, [...(codes.get(one) ?? []), code]);
  return codes;
}

/** @param {Emojibase} one @returns {string} its tags, without the words that its label has anyway */
function tagsOf({ label, tags = [] }) {
  const said = new Set(label.toLowerCase().split(/[\s:,]+/));
  return tags.filter((tag) => !said.has(tag.toLowerCase())).join(' ');
}

/** @param {Emojibase} one @returns {EmojiRow[5]} */
function tonesOf({ emoji, skins = [] }) {
  const forms = skins.filter(({ tone }) => typeof tone === 'number').map((skin) => qualified(skin.emoji));
  if (forms.length === 0) return 0;
  return forms.every((form, i) => form === toned({ emoji: qualified(emoji), tones: 1 }, i + 1)) ? 1 : forms;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const tag of LANGUAGES) writeFileSync(fileOf(tag), moduleOf(tag));

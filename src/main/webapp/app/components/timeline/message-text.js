/** @import {Block, Inline, Item, List, Table} from '../../models/markdown.js' */
/** @import {Message} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { root } from '../../lib/place.js';
import { directionOf } from '../../models/direction.js';
import { isWord } from '../../models/everyone.js';
import { withinPage } from '../../models/route.js';
import { piecesOf } from '../../models/text.js';
import { icon } from '../common/pieces.js';
import { personButton } from '../people/person-button.js';
import { codeBlock } from './code-block.js';
import { inStretches } from './stretches.js';

/**
 * @typedef {object} Reader
 * @property {string} me the user's own username
 * @property {string[]} mentions usernames that the message mentions, and the word with which it mentions everybody
 * @property {boolean} own whether the user wrote it
 */

/** Marks upon a letter. No writing has so many, and placing each above the last one takes a browser quadratic time. */
const PILE = /\p{M}{64}/u;

/**
 * The text of a message. Each mark becomes an element, and text stays text: no HTML is ever parsed.
 * @param {Block[]} tree of the message, or its beginning
 * @param {Message} message
 * @param {string} me
 */
export function messageText(tree, { body, mentions = [], mentionsAll, sender }, me) {
  const reader = { me, mentions: mentionsAll ? [...mentions, mentionsAll] : mentions, own: sender.username === me };
  return html`<div class="marked ${PILE.test(body) ? 'piled' : ''}">${tree.map((one) => block(one, reader))}</div>`;
}

/**
 * Lit puts a node of its own before each part of a list. Most lists have one part.
 * @param {unknown[]} parts
 */
const only = (parts) => (parts.length === 1 ? parts[0] : parts);

/**
 * @param {Block[]} all
 * @param {Reader} reader
 * @returns {unknown}
 */
const blocks = (all, reader) => only(all.map((one) => block(one, reader)));

/**
 * @param {Block} one
 * @param {Reader} reader
 */
function block(one, reader) {
  switch (one.type) {
    case 'paragraph': return html`<p>${inlines(one.children, reader)}</p>`;
    // A heading of the page would be a landmark for screen readers, and a message is none.
    case 'heading': return html`<p class="heading"><strong>${inlines(one.children, reader)}</strong></p>`;
    case 'quote': return html`<blockquote dir=${directionOf(one)}>${blocks(one.children, reader)}</blockquote>`;
    case 'codeBlock': return codeBlock(one);
    case 'list': return list(one, reader);
    case 'table': return table(one, reader);
    default: return html`<hr />`;
  }
}

/**
 * @param {List} one
 * @param {Reader} reader
 */
function list(one, reader) {
  const { ordered, children } = one;
  const direction = directionOf(one);
  const items = children.map((child) => item(child, ordered, reader));
  return ordered ? html`<ol dir=${direction}>${items}</ol>` : html`<ul dir=${direction} role="list">${items}</ul>`;
}

/**
 * @param {Item} item
 * @param {boolean} ordered
 * @param {Reader} reader
 */
function item({ number, done, children }, ordered, reader) {
  const box = done === null ? nothing : html`<span class="task-box" role="img" aria-label=${t(done ? 'task.done' : 'task.open')}>${done ? icon('check') : nothing}</span>`;
  return html`<li class=${done === null ? nothing : 'task'} value=${ordered ? number : nothing}>${box}${blocks(children, reader)}</li>`;
}

/**
 * @param {Table} one
 * @param {Reader} reader
 */
function table(one, reader) {
  const [head, ...rows] = one.children;
  const cells = (/** @type {Table['children'][0]} */ row) => row.children.map(({ align, children }) => html`<td class=${align ?? nothing}>${inlines(children, reader)}</td>`);
  // People without a pointer reach it with the Tab key, and scroll it with the arrows.
  return html`<div class="table-scroll" role="group" aria-label=${t('table.title')} tabindex="0"><table dir=${directionOf(one)}><thead><tr>${head.children.map(({ align, children }) => html`<th scope="col" class=${align ?? nothing}>${inlines(children, reader)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table></div>`;
}

/**
 * @param {Inline[]} all
 * @param {Reader | null} reader null inside a link, where nothing else can be clicked
 * @returns {unknown}
 */
const inlines = (all, reader) => only(all.map((one) => inline(one, reader)));

/**
 * @param {Inline} one
 * @param {Reader | null} reader
 */
function inline(one, reader) {
  switch (one.type) {
    case 'text': return inStretches(one.text, (part) => (reader ? pieces(part, reader) : part));
    case 'strong': return html`<strong>${inlines(one.children, reader)}</strong>`;
    case 'emphasis': return html`<em>${inlines(one.children, reader)}</em>`;
    case 'strike': return html`<s>${inlines(one.children, reader)}</s>`;
    case 'code': return html`<code>${inStretches(one.text, String)}</code>`;
    default: return link(one.href, inlines(one.children, null));
  }
}

/**
 * @param {string} text with addresses and mentions in it
 * @param {Reader} reader
 */
const pieces = (text, { me, mentions, own }) => only(piecesOf(text, mentions).map(({ text: shown, href, mention }) => {
  if (isWord(mention)) return html`<span class="mention ${own ? '' : 'of-me'}">${shown}</span>`;
  if (mention) return personButton(mention, shown, `mention ${mention === me ? 'of-me' : ''}`);
  return href ? link(href, shown) : shown;
}));

/**
 * A link to a room or a message of this server opens in the page, any other in a new tab.
 * @param {string} href that is safe to open
 * @param {unknown} shown
 */
function link(href, shown) {
  const within = withinPage(href, root);
  if (within) return html`<a href=${within} tabindex="-1">${shown}</a>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow" tabindex="-1">${shown}</a>`;
}

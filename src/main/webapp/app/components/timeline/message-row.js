/** @import {May} from '../../models/may.js' */
/** @import {Row} from '../../models/rows.js' */
/** @import {Uploads} from '../../models/uploads.js' */
/** @import {Message} from '../../models/wire.js' */
/** @import {RowReactions} from './row-reactions.js' */
import { html, nothing } from 'lit';
import { t, times, tx } from '../../language.js';
import { excerptOf } from '../../models/attention.js';
import { emojiOnly } from '../../models/emoji.js';
import { plain } from '../../models/markdown.js';
import { isLong } from '../../models/text.js';
import { avatar, handle, icon, named } from '../common/pieces.js';
import { attachmentsOf } from '../files/attachments.js';
import { filesSaid } from '../files/said.js';
import { personButton } from '../people/person-button.js';
import { pinSign } from '../pins/pin-sign.js';
import { repliesUnder } from '../replies/replies-under.js';
import { dayMark } from './day-mark.js';
import { growingText } from './growing-text.js';
import { reactionsUnder } from './reactions.js';
import { stateOf, tick } from './row-state.js';
import { systemText } from './system-text.js';

/**
 * The data and callbacks of a row.
 * @typedef {object} RowView
 * @property {string} me the user's own username
 * @property {(seq: number) => string} linkTo the address of a message
 * @property {string | null} current key of the row that the Tab key reaches
 * @property {string | null} lit key of the row that a link has opened
 * @property {(row: Row) => 'sent' | 'delivered' | 'read' | null} reached the state of the user's own message, if shown
 * @property {(row: Row) => unknown} seen the readers of the message, if they are shown
 * @property {Set<string>} unfolded keys of the long messages that are shown in full
 * @property {May} may what the user may do
 * @property {(username: string | null) => number} colourOf the colour of a person in this room
 * @property {(username: string) => string} nameOf a person's display name
 * @property {(quote: import('../../models/wire.js').Quote) => string} quoted what is shown of a quoted message
 * @property {(id: string, from: HTMLElement) => void} enlarge shows a picture in full
 * @property {(key: string) => void} unfold
 * @property {(row: Element, act: () => void) => void} grow the row becomes longer by this act, and nothing else moves
 * @property {(message: Message) => void} reply
 * @property {(message: Message) => number} replies how many there are, for the button that opens them
 * @property {(message: Message) => void} openReplies
 * @property {(message: Message) => void} edit
 * @property {(message: Message) => void} unread
 * @property {(message: Message) => void} remove
 * @property {(message: Message) => (() => void) | null} undo takes the deletion of a message back, if that is still possible
 * @property {(message: Message) => void} report
 * @property {(message: Message) => void} copyLink
 * @property {(message: Message) => void} pin pins the message or unpins it
 * @property {RowReactions} reactions
 * @property {Uploads} uploads
 * @property {(clientId: string) => void} stop does not send a message whose files are on their way
 * @property {(clientId: string) => void} retry
 * @property {(clientId: string) => void} discard
 */

/**
 * One message, with the day and the "new" divider above it, if they begin here.
 * @param {Row} row
 * @param {number} at
 * @param {RowView} view
 */
export function messageRow(row, at, view) {
  const { message, entry, key } = row;
  const system = message.kind === 'system';
  const kind = `${system ? 'system' : row.starts ? 'starts' : 'goes-on'} ${entry ? entry.state : ''} ${key === view.lit ? 'lit' : ''}`;
  return html`<article class="row ${kind}" tabindex=${key === view.current ? 0 : -1} data-key=${key} data-seq=${message.seq || nothing}
    aria-posinset=${at + 1} aria-setsize="-1" aria-label=${labelOf(message, view)}>
    ${row.day ? dayMark(row.day) : nothing}
    ${row.divider ? html`<div class="divider"><span>${t('timeline.new')}</span></div>` : nothing}
    ${system ? systemLine(message, view) : spoken(row, view)}
  </article>`;
}

/**
 * @param {Message} message
 * @param {RowView} view
 * @returns {string} what a screen reader says at the row: what matters most comes first
 */
function labelOf(message, { reactions, replies }) {
  const name = message.sender.displayName || t('member.deleted');
  const time = times.moment(message.createdAt);
  if (message.kind === 'system') return t('system.line', { text: systemText(message, (value) => value).join(''), time });
  const text = message.deleted ? t('message.deleted') : textAndFiles(message);
  const by = t('timeline.by', { name, text, time });
  const line = message.pinned ? t('pins.after', { line: by }) : by;
  const count = reactions.chipsOf(message).reduce((sum, chip) => sum + chip.count, 0);
  const reacted = count ? t('reactions.after', { line, count }) : line;
  return replies(message) ? t('replies.after', { line: reacted, count: replies(message) }) : reacted;
}

/** @param {Message} message */
function textAndFiles({ body, attachments }) {
  const text = excerptOf(plain(body));
  const files = filesSaid(attachments);
  return text && files ? t('files.said', { text, files }) : text || files;
}

/**
 * @param {Row} row
 * @param {RowView} view
 */
function spoken(row, view) {
  const { message, entry, starts } = row;
  return html`<div class="message">
    <div class="gutter">${starts ? avatar(message.sender, undefined, view.colourOf(message.sender.username ?? message.sender.displayName)) : timeLink(message, view, true)}</div>
    <div class="said">
      ${starts ? html`<header>${authorOf(message)} ${timeLink(message, view)}</header>` : nothing} ${pinSign(message)}
      ${message.replyTo && !message.deleted ? quote(message.replyTo, view) : nothing} ${bodyOf(row, view)} ${reactionsUnder(message, view.reactions)} ${repliesUnder(message, view)}
      ${entry ? stateOf(entry, view) : view.seen(row)}
    </div>
    <div class="row-end">${endOf(row, view)}</div>
  </div>`;
}

/**
 * @param {Row} row
 * @param {RowView} view
 */
function endOf(row, view) {
  const { entry } = row;
  if (entry?.state === 'failed') return nothing;
  if (entry) return html`<span class="sent-state" title=${t('state.pending')}>${icon('clock')}<span class="hidden">${t('state.pending')}</span></span>`;
  const reached = view.reached(row);
  return reached ? tick(reached) : nothing;
}

/** Users may choose any display name. Only the username is unique. @param {Message} message */
function authorOf({ sender: { username, displayName } }) {
  const name = named(displayName || t('member.deleted'));
  if (!username) return html`<span class="author">${name}</span>`;
  return html`${personButton(username, name, 'author')}${displayName === username ? nothing : html`<span class="handle">${handle(username)}</span>`}`;
}

/**
 * @param {Message} message
 * @param {RowView} view
 * @param {boolean} [brief]
 */
function timeLink(message, view, brief = false) {
  const date = new Date(message.createdAt);
  const shown = brief ? times.brief(date) : times.clock.format(date);
  if (!message.seq) return html`<span class="time"><time datetime=${message.createdAt}>${shown}</time></span>`;
  return html`<a class="time" tabindex="-1" href=${view.linkTo(message.seq)} data-tip=${times.full.format(date)}>
    <time datetime=${message.createdAt}>${shown}</time></a>`;
}

/**
 * @param {Row} row
 * @param {RowView} view
 */
function bodyOf({ message, key }, view) {
  if (message.deleted) return deletedBody(view.undo(message));
  const long = isLong(message.body);
  const folded = long && !view.unfolded.has(key);
  const files = attachmentsOf(message, view.enlarge);
  if (!message.body && !message.editedAt && files !== nothing) return files;
  return html`<div class="body ${folded ? 'folded' : emojiOnly(message.body) ? 'emoji' : ''}">${growingText(message, view, folded)}${message.editedAt
      ? html` <span class="edited" title=${times.full.format(new Date(message.editedAt))}>${t('message.edited')}</span>`
      : nothing}</div>
    ${long ? html`<button class="link unfold" tabindex="-1" aria-expanded=${String(!folded)} @click=${() => view.unfold(key)}>${t(folded ? 'message.unfold' : 'message.fold')}</button>` : nothing} ${files}`;
}

/** @param {(() => void) | null} undo */
function deletedBody(undo) {
  if (!undo) return html`<p class="body deleted">${t('message.deleted')}</p>`;
  return html`<p class="body deleted">${t('undo.deleted')} <button class="link undo" tabindex="-1" aria-label=${t('undo.label')} @click=${undo}>${t('undo.undo')}</button></p>`;
}

/**
 * @param {import('../../models/wire.js').Quote} reply
 * @param {RowView} view
 */
function quote(reply, view) {
  const { seq, username } = reply;
  return html`<a class="quote" tabindex="-1" href=${view.linkTo(seq)}>
    <span class="quote-name">${named(username ? view.nameOf(username) : t('member.deleted'))}</span> <bdi>${view.quoted(reply)}</bdi></a>`;
}

/**
 * @param {Message} message
 * @param {RowView} view
 */
function systemLine(message, view) {
  return html`<div class="message"><div class="gutter">${icon('dot')}</div>
    <p class="said">${tx('system.line', { text: systemText(message, named), time: timeLink(message, view) })}</p><div class="row-end"></div></div>`;
}

/** @import {Entry} from '../../models/outbox.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {RowView} from './message-row.js' */
/** @import {Key} from '../../language.js' */
import { html, nothing } from 'lit';
import { language, t, tx } from '../../language.js';
import { Problem } from '../../lib/problem.js';
import { isPrivate } from '../../models/address.js';
import { icon, named } from '../common/pieces.js';
import { explain } from '../common/problems.js';
import '../files/upload-progress.js';
import './sending-later.js';

/** How many readers of a message are named. */
const NAMED = 4;

/** The texts of errors in a private conversation. @type {Partial<Record<string, Key>>} */
const PRIVATELY = { forbidden: 'direct.forbidden', not_found: 'direct.nobody' };

/** @type {Record<'sent' | 'delivered' | 'read', [Key, () => unknown]>} */
const TICKS = { sent: ['state.sent', () => icon('check')], delivered: ['state.delivered', () => icon('checks')], read: ['state.read', () => icon('read')] };

/** @param {'sent' | 'delivered' | 'read'} reached the state of the user's own message */
export function tick(reached) {
  const [words, drawn] = TICKS[reached];
  return html`<span class="sent-state ${reached}" title=${t(words)}>${drawn()}<span class="hidden">${t(words)}</span></span>`;
}

/**
 * The readers of the user's last message, in rooms small enough to share read marks.
 * @param {RoomState} state
 * @param {number} seq
 */
export function seenBy(state, seq) {
  if (state.direct || !state.marks.size) return nothing;
  const readers = state.marks.readers(seq);
  const shown = readers.slice(0, NAMED).map((username) => state.nameOf(username));
  /** @type {Map<string, unknown>} names in any script; each is isolated, so that it does not reorder the others */
  const drawn = new Map(shown.map((name) => [name, named(name)]));
  const more = readers.length - shown.length;
  const names = [...shown, ...(more ? [t('seen.more', { count: more })] : [])];
  return html`<p class="seen">${names.length ? tx('seen.by', { names: language.list.formatToParts(names).map(({ value }) => drawn.get(value) ?? value) }) : t(TICKS[state.reached(seq)][0])}</p>`;
}

/**
 * Why a message is not sent yet, and what the user may do about it.
 * @param {Entry} entry
 * @param {RowView} view
 */
export function stateOf({ clientId, room, state, problem, notBefore, files }, view) {
  if (state === 'waiting' && files && !view.uploads.ready(files)) {
    return html`<p class="row-state uploading"><upload-progress .uploads=${view.uploads} .keys=${files}></upload-progress>
      <button class="link" tabindex="-1" @click=${() => view.stop(clientId)}>${t('files.stopAll')}</button></p>`;
  }
  if (state === 'waiting' && problem && notBefore) {
    return html`<sending-later class="row-state" .due=${notBefore} .hurried=${problem.code === 'rate_limited'}></sending-later>`;
  }
  if (state !== 'failed') return nothing;
  return html`<p class="row-state failed">
    ${icon('alert')} <span>${t('state.failed')} ${problem ? explain(new Problem(problem), isPrivate(room) ? PRIVATELY : {}) : nothing}</span>
    <button class="link" tabindex="-1" @click=${() => view.retry(clientId)}>${t('action.retry')}</button>
    <button class="link danger" tabindex="-1" @click=${() => view.discard(clientId)}>${t('action.delete')}</button>
  </p>`;
}

/** @import {Entry} from '../models/outbox.js' */
/** @import {RowView} from './message-row.js' */
import { html, nothing } from 'lit';
import { t, times } from '../language.js';
import { Problem } from '../lib/problem.js';
import { explain } from './problems.js';
import { icon } from './pieces.js';

/**
 * What is the matter with a message that has not arrived, and what one may do about it.
 * @param {Entry} entry
 * @param {RowView} view
 */
export function stateOf({ clientId, state, problem, notBefore }, view) {
  if (state === 'waiting' && problem && notBefore) {
    return html`<p class="row-state">${t('state.later', { time: times.second.format(new Date(notBefore)) })}</p>`;
  }
  if (state !== 'failed') return nothing;
  return html`<p class="row-state failed">
    ${icon('alert')} <span>${t('state.failed')} ${problem ? explain(new Problem(problem)) : nothing}</span>
    <button class="link" tabindex="-1" @click=${() => view.retry(clientId)}>${t('action.retry')}</button>
    <button class="link danger" tabindex="-1" @click=${() => view.discard(clientId)}>${t('action.delete')}</button>
  </p>`;
}

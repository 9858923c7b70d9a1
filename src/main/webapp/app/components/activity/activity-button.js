/** @import {List} from '../rooms/list-actions.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { openDialog } from '../common/dialog.js';
import { icon } from '../common/pieces.js';

/**
 * Opens what others did that concerns the user. A dot says that something is new there.
 * @param {List} list
 */
export const activityButton = (list) => html`<button class="quiet browse activity-open" @click=${() => openDialog(list, 'activity')}>
  ${icon('at')} <span>${t('activity.title')}</span> ${list.chat.activity.news ? html`<span class="news"><span class="hidden">${t('activity.new')}</span></span>` : nothing}</button>`;

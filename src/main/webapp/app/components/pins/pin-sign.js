/** @import {Message} from '../../models/wire.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { icon } from '../common/pieces.js';

/** @param {Message} message */
export const pinSign = ({ pinned }) => (pinned ? html`<p class="pin-sign">${icon('pin')} ${t('pins.sign')}</p>` : nothing);

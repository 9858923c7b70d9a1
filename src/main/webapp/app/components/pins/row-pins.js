/** @import {Message} from '../../models/wire.js' */
/** @import {Action} from '../timeline/message-actions.js' */
/** @import {RowsHost} from '../timeline/handled-rows.js' */
import { html, nothing } from 'lit';
import { t } from '../../language.js';
import { pins } from '../../models/roles.js';
import { icon } from '../common/pieces.js';
import { setPin } from './set-pin.js';

const KEY = 'p';

/** The pins in a timeline: the action on a message, and its key on the message that has the focus. */
export class RowPins {
  #messageOf;

  /**
   * @param {RowsHost} timeline
   * @param {(row: HTMLElement) => Message | undefined} messageOf the message of a row, if it has been sent
   */
  constructor(timeline, messageOf) {
    this.timeline = timeline;
    this.#messageOf = messageOf;
    timeline.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {Message} message @returns {Action | false} false if the user may not pin it */
  actionOn(message) {
    const { chat, state } = this.timeline;
    if (!pins(chat.me, state.room, message, Date.now())) return false;
    const act = () => void setPin(this.timeline, message, !message.pinned);
    return message.pinned ? { icon: 'unpin', label: 'pins.unpin', act } : { icon: 'pin', label: 'pins.pin', act };
  }

  /** @param {KeyboardEvent} event */
  #key({ key, target, altKey, ctrlKey, metaKey }) {
    if (key !== KEY || altKey || ctrlKey || metaKey || !(target instanceof HTMLElement) || !target.matches('.row')) return;
    const message = this.#messageOf(target);
    const action = message && this.actionOn(message);
    if (action) action.act();
  }
}

/** @param {Message} message */
export const pinSign = ({ pinned }) => (pinned ? html`<p class="pin-sign">${icon('pin')} ${t('pins.sign')}</p>` : nothing);

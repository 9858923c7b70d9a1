/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
/** @import {Message} from '../../models/wire.js' */
import { t } from '../../language.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';

/**
 * Pins a message or unpins it. A toast says that it is done, or why not.
 * @param {Element & {chat: Chat, state: RoomState}} from an element of the message's room
 * @param {Message} message
 * @param {boolean} wanted
 * @returns {Promise<boolean>} whether it is done
 */
export async function setPin(from, { seq }, wanted) {
  const { chat, state } = from;
  try {
    await chat.pinning.pin(state, seq, wanted);
    toast(from, t(wanted ? 'pins.pinned' : 'pins.unpinned'), 'info');
    return true;
  } catch (error) {
    toast(from, explain(error, { not_found: 'pins.gone', forbidden: state.direct ? 'pins.forbiddenInPrivate' : 'pins.forbidden' }), 'error');
    return false;
  }
}

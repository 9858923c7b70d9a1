/** @import {Chat} from '../../chat.js' */
/** @import {RoomState} from '../../models/room-state.js' */
import { t } from '../../language.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';
import { tellUndoable } from '../common/undoable.js';

/**
 * Marks everything as read. For some seconds the user may take it back.
 * @param {Element} from
 * @param {Chat} chat
 */
export async function markAllRead(from, chat) {
  const { length: count } = chat.reading.waiting;
  if (!count) return toast(from, t('unread.none'), 'info');
  const before = await chat.reading.all();
  tellUndoable(from, chat, t('allRead.done', { count }), () => takeBack(from, chat, before));
}

/**
 * @param {Element} from
 * @param {Chat} chat
 * @param {{state: RoomState, from: number}[]} before
 */
async function takeBack(from, chat, before) {
  try {
    await chat.reading.back(before);
    // A list that was asked for in between may have brought the marks as they were then.
    await Promise.all([chat.following.list(), chat.conversing.list()]).catch(() => undefined);
    toast(from, t('allRead.undone'), 'info');
  } catch (error) {
    toast(from, explain(error), 'error');
  }
}

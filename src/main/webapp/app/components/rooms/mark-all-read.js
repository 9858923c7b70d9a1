/** @import {Chat} from '../../chat.js' */
import { t } from '../../language.js';
import { openDialog } from '../common/dialog.js';
import { toast } from '../common/toast.js';

/** For more rooms than this the user is asked first, because it cannot be undone. */
const FEW = 5;

/**
 * Marks everything as read.
 * @param {Element} from
 * @param {Chat} chat
 */
export function markAllRead(from, chat) {
  const { length: count } = chat.reading.waiting;
  if (!count) return toast(from, t('unread.none'), 'info');
  if (count > FEW) return openDialog(from, 'mark-all-read');
  chat.reading.all();
  toast(from, t('allRead.done', { count }), 'info');
}

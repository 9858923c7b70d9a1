/** @import {Chat} from '../../chat.js' */
import { t } from '../../language.js';
import { SHOWN_MS } from '../../models/toasts.js';
import { toast } from './toast.js';

/**
 * Says what was done. While the toast is shown, its button and Ctrl+Z take it back.
 * @param {Element} from
 * @param {Chat} chat
 * @param {string} text
 * @param {() => unknown} undo
 */
export function tellUndoable(from, chat, text, undo) {
  const over = new AbortController();
  const takeBack = () => {
    over.abort();
    undo();
  };
  setTimeout(() => over.abort(), SHOWN_MS);
  chat.undos.add({ possible: () => !over.signal.aborted, takeBack });
  toast(from, text, 'info', { action: { label: t('undo.undo'), act: takeBack }, over: over.signal });
}

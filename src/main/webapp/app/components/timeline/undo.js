/** @import {Message} from '../../models/wire.js' */
/** @import {RowsHost} from './handled-rows.js' */
import { openDialog } from '../common/dialog.js';
import { explain } from '../common/problems.js';
import { toast } from '../common/toast.js';

/**
 * Deleting a message in a timeline. The author has a few seconds to take it back. Staff are asked before they delete
 * what another person wrote.
 * @param {RowsHost} timeline
 */
export const deletingIn = (timeline) => ({
  remove: (/** @type {Message} */ message) => {
    if (message.sender.username === timeline.chat.me.username) removeOwn(timeline, message);
    else openDialog(timeline, 'delete-message', { state: timeline.state, message });
  },
  undo: (/** @type {Message} */ { seq }) => {
    const deletion = timeline.chat.deleting.deletions.find(timeline.state.id, seq);
    return deletion?.held ? () => takeBack(timeline, seq) : null;
  },
});

/**
 * @param {RowsHost} timeline
 * @param {Message} message
 */
async function removeOwn(timeline, { seq }) {
  const { chat: { deleting, undos }, state } = timeline;
  undos.add({ possible: () => deleting.deletions.find(state.id, seq)?.held === true, takeBack: () => takeBack(timeline, seq) });
  deleting.later(state, seq, {
    ending: () => leaveButton(timeline, seq),
    // The user may have gone to another room since.
    refused: (error) => toast(document.querySelector('chat-page') ?? timeline, explain(error), 'error'),
  });
  await timeline.updateComplete;
  /** @type {HTMLElement | null | undefined} */ (rowOf(timeline, seq)?.querySelector('.undo'))?.focus();
}

/**
 * The button goes. If it has the focus, the row gets it.
 * @param {RowsHost} timeline
 * @param {number} seq
 */
function leaveButton(timeline, seq) {
  const row = rowOf(timeline, seq);
  if (row?.querySelector('.undo')?.matches(':focus')) row.focus({ preventScroll: true });
}

/**
 * @param {RowsHost} timeline
 * @param {number} seq
 */
function takeBack(timeline, seq) {
  const { chat, state } = timeline;
  const deletion = chat.deleting.deletions.find(state.id, seq);
  if (!deletion || !chat.deleting.takeBack(deletion)) return;
  const row = rowOf(timeline, seq);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {RowsHost} timeline
 * @param {number} seq
 * @returns {HTMLElement | null}
 */
const rowOf = (timeline, seq) => timeline.querySelector(`.row[data-seq="${seq}"]`);

/**
 * The text of a message that the user has selected. A selection over several messages is none.
 * @param {Element | null} row
 * @returns {string}
 */
export function selectedIn(row) {
  const body = row?.querySelector('.body');
  const selection = getSelection();
  if (!body || !selection?.rangeCount || selection.isCollapsed) return '';
  const range = selection.getRangeAt(0);
  const within = body.contains(range.startContainer) && (body.contains(range.endContainer) || endsWith(body, range));
  return within ? selection.toString().trim() : '';
}

/**
 * A triple click selects to the beginning of what follows the message, but nothing of it.
 * @param {Element} body
 * @param {Range} selected
 */
function endsWith(body, { endContainer, endOffset }) {
  const rest = document.createRange();
  rest.setStart(body, body.childNodes.length);
  rest.setEnd(endContainer, endOffset);
  return rest.toString().trim() === '';
}

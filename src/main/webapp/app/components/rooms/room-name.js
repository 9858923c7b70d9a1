/** @param {Event} event typing in a name; each space becomes a hyphen, because room names have no spaces */
export function hyphened(event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if ((event instanceof InputEvent && event.isComposing) || !/\s/.test(field.value)) return;
  const caret = field.selectionStart;
  field.value = field.value.replace(/\s/g, '-');
  field.setSelectionRange(caret, caret);
}

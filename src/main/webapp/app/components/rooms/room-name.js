/** @param {Event} event people type names with spaces, which rooms cannot have: a hyphen takes the place of each at once */
export function hyphened(event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if ((event instanceof InputEvent && event.isComposing) || !/\s/.test(field.value)) return;
  const caret = field.selectionStart;
  field.value = field.value.replace(/\s/g, '-');
  field.setSelectionRange(caret, caret);
}

/** @param {KeyboardEvent} event in a toolbar: the arrows move the focus from one button to the next */
export function along(event) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (!step) return;
  const way = document.documentElement.dir === 'rtl' ? -step : step;
  const buttons = [.../** @type {Element} */ (event.currentTarget).querySelectorAll('button')];
  buttons[(buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target)) + way + buttons.length) % buttons.length].focus();
  event.preventDefault();
}

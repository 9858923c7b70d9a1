/** Whether the user can see this window now. */
export const inFront = () => document.visibilityState === 'visible' && document.hasFocus();

/** @param {string} address within this page; a click on a notification asked for it */
export function comeTo(address) {
  window.focus();
  location.hash = address;
}

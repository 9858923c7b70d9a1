/** Whether somebody is there to read. */
export const inFront = () => document.visibilityState === 'visible' && document.hasFocus();

/** @param {string} address one of the page's own, which a click outside of the page asked for */
export function comeTo(address) {
  window.focus();
  location.hash = address;
}

/** Between the window and its button, and between the window and the edge of the page, in px. */
const GAP = 4;
const EDGE = 8;

/**
 * Tells the style sheet, in `--x` and `--y`, where a window goes: above its button, or below it if there is more room.
 * @param {HTMLElement | null} dialog that is shown
 * @param {HTMLElement} anchor
 */
export function placeBeside(dialog, anchor) {
  if (!dialog || !anchor.isConnected) return;
  const { top, bottom, left, right } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = dialog;
  const above = top - GAP - height;
  const y = above >= EDGE || top > innerHeight - bottom ? above : bottom + GAP;
  const x = document.documentElement.dir === 'rtl' ? left : right - width;
  dialog.style.setProperty('--x', `${within(x, innerWidth - width)}px`);
  dialog.style.setProperty('--y', `${within(y, innerHeight - height)}px`);
}

/**
 * @param {number} at
 * @param {number} room
 */
const within = (at, room) => Math.max(EDGE, Math.min(at, room - EDGE));

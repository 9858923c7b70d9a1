let drawn = 0;

/** @param {number} count the number on the icon of the installed app, if the browser supports it */
export function drawBadge(count) {
  if (count === drawn || !navigator.setAppBadge) return;
  drawn = count;
  (count ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
}

let drawn = 0;

/** @param {number} count on the icon of the installed app, where there is one */
export function drawBadge(count) {
  if (count === drawn || !navigator.setAppBadge) return;
  drawn = count;
  (count ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
}

/** @type {[RegExp, string][]} the order matters: browsers also name the browsers that they imitate */
const BROWSERS = [[/\bEdg(?:e|A|iOS)?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/\bFirefox\/|\bFxiOS\//, 'Firefox'], [/\bChrom(?:e|ium)\/|\bHeadlessChrome\/|\bCriOS\//, 'Chrome'], [/\bSafari\//, 'Safari']];
/** @type {[RegExp, string][]} */
const SYSTEMS = [[/\bAndroid\b/, 'Android'], [/\biPhone\b|\biPad\b/, 'iOS'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b/, 'macOS'], [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux']];

/** @param {string | null} userAgent @returns {string} the common names of browser and system; empty if unknown */
export function deviceOf(userAgent) {
  const find = (/** @type {[RegExp, string][]} */ names) => names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const known = [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(' · ');
  return known || (userAgent ?? '').slice(0, 60);
}

/** A place in a room's past that the user can jump to. @typedef {'today' | 'yesterday' | 'week' | 'month' | 'start'} Past */

/**
 * @param {Past} past
 * @param {Date} now
 * @returns {Date} the beginning of that day in local time; for the start, a time before every message
 */
export function beginningOf(past, now) {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  switch (past) {
    case 'today': return new Date(year, month, day);
    case 'yesterday': return new Date(year, month, day - 1);
    case 'week': return new Date(year, month, day - 7);
    // A shorter month has no 31st. Its last day is meant.
    case 'month': return new Date(year, month - 1, Math.min(day, new Date(year, month, 0).getDate()));
    default: return new Date(0);
  }
}

/**
 * @param {string} day as year-month-day, such as the value of a date field
 * @returns {Date | null} the beginning of that day in local time; null if it is no day
 */
export function beginningOfDay(day) {
  const [, year, month, date] = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!year) return null;
  const time = new Date(0, 0);
  // The constructor takes the year 26 for 1926.
  time.setFullYear(Number(year), Number(month) - 1, Number(date));
  return time;
}

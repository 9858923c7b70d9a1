const DAY_MS = 86_400_000;

/** Times as text, in the user's language and time zone. */
export class Times {
  /** @param {string} tag BCP 47 */
  constructor(tag) {
    this.clock = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' });
    this.full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'medium' });
    this.dateAndClock = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
    this.shortDate = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
    this.date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
    this.sameYear = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
    this.otherYear = new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
    this.minutes = unit(tag, 'minute');
    this.hours = unit(tag, 'hour');
    this.days = unit(tag, 'day');
    this.relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  }

  /**
   * The time without a.m. or p.m., for margins that have the full time nearby.
   *
   * @param {Date} date
   */
  brief(date) {
    const parts = this.clock.formatToParts(date).filter(({ type }) => type !== 'dayPeriod');
    return parts.map(({ value }) => value).join('').trim();
  }

  /**
   * @param {string} day as year-month-day, in local time
   * @param {Date} now
   */
  day(day, now) {
    const [year, month, date] = day.split('-').map(Number);
    const that = new Date(year, month - 1, date);
    const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
    const apart = Math.round((that.getTime() - today.getTime()) / DAY_MS);
    if (apart === 0 || apart === -1) return this.#capital(this.relative.format(apart, 'day'));
    return (year === now.getFullYear() ? this.sameYear : this.otherYear).format(that);
  }

  /**
   * A time within a sentence: only the time for today, else the day and the time.
   *
   * @param {string} time
   * @param {Date} now
   */
  moment(time, now = new Date()) {
    const date = new Date(time);
    return (date.toDateString() === now.toDateString() ? this.clock : this.dateAndClock).format(date);
  }

  /**
   * For narrow columns: the time for today, else the day.
   *
   * @param {string} time
   * @param {Date} now
   */
  short(time, now) {
    const date = new Date(time);
    return date.toDateString() === now.toDateString() ? this.clock.format(date) : this.shortDate.format(date);
  }

  /**
   * @param {string} time
   * @param {Date} now
   */
  ago(time, now) {
    const minutes = Math.round((Date.parse(time) - now.getTime()) / 60_000);
    if (minutes > -60) return this.relative.format(Math.min(0, minutes), 'minute');
    if (minutes > -24 * 60) return this.relative.format(Math.round(minutes / 60), 'hour');
    return this.date.format(new Date(time));
  }

  /**
   * A duration in the usual unit: minutes, hours up to two days, then days.
   *
   * @param {number} ms
   */
  lasting(ms) {
    const minutes = Math.round(ms / 60_000);
    if (minutes < 60) return this.minutes.format(minutes);
    const hours = Math.round(minutes / 60);
    return hours < 48 ? this.hours.format(hours) : this.days.format(Math.round(hours / 24));
  }

  /** @param {string} text */
  #capital(text) {
    return text.charAt(0).toLocaleUpperCase() + text.slice(1);
  }
}

/**
 * @param {string} tag BCP 47
 * @param {'minute' | 'hour' | 'day'} name
 */
const unit = (tag, name) => new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' });

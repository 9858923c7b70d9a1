import assert from 'node:assert/strict';
import test from 'node:test';
import { beginningOf, beginningOfDay } from '../../main/webapp/app/models/dates.js';
import { localDay } from '../../main/webapp/app/models/rows.js';

const PASTS = /** @type {const} */ (['today', 'yesterday', 'week', 'month', 'start']);
const daysOn = (/** @type {Date} */ now) => Object.fromEntries(PASTS.map((past) => [past, localDay(beginningOf(past, now).toISOString())]));

test('days in the past begin at midnight, local time', () => {
  const { start: _, ...days } = daysOn(new Date(2026, 10, 21, 23, 59));
  assert.deepEqual(days, { today: '2026-11-21', yesterday: '2026-11-20', week: '2026-11-14', month: '2026-10-21' });
  for (const past of PASTS.slice(0, 4)) assert.equal(beginningOf(past, new Date(2026, 10, 21, 23, 59)).getHours(), 0);
});

test('days in the past cross months and years, and a shorter month ends earlier', () => {
  const { start: _, ...days } = daysOn(new Date(2027, 0, 1, 0, 0));
  assert.deepEqual(days, { today: '2027-01-01', yesterday: '2026-12-31', week: '2026-12-25', month: '2026-12-01' });
  assert.equal(daysOn(new Date(2027, 2, 31)).month, '2027-02-28');
  assert.equal(daysOn(new Date(2026, 6, 31)).month, '2026-06-30');
});

test('the start is before every message', () => {
  assert.equal(beginningOf('start', new Date()).toISOString(), '1970-01-01T00:00:00.000Z');
});

test('the value of a date field is a day, and anything else is none', () => {
  assert.deepEqual(beginningOfDay('2026-11-21'), new Date(2026, 10, 21));
  assert.equal(beginningOfDay('0026-11-21')?.getFullYear(), 26);
  for (const wrong of ['', 'null', '2026-11', '21.11.2026', '2026-11-21T09:00']) assert.equal(beginningOfDay(wrong), null);
});

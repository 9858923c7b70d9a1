import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { bestLanguage, Language } from '../../main/webapp/app/models/phrases.js';
import { Times } from '../../main/webapp/app/models/times.js';

const app = new URL('../../main/webapp/app/', import.meta.url);
const files = readdirSync(app, { recursive: true }).map(String);

/**
 * The texts of each folder that has any, by area and language.
 * @type {Record<string, Record<string, import('../../main/webapp/app/models/phrases.js').Phrases>>}
 */
const areas = {};
for (const file of files) {
  const [, folder, tag] = /^(.*)\/texts\.([a-z]+)\.js$/.exec(file) ?? [];
  if (folder) (areas[folder] ??= {})[tag] = (await import(new URL(file, app).href)).texts;
}
const tags = [...new Set(Object.values(areas).flatMap((area) => Object.keys(area)))];

/** @type {Record<string, import('../../main/webapp/app/models/phrases.js').Phrases>} */
const all = Object.fromEntries(tags.map((tag) => [tag, Object.assign({}, ...Object.values(areas).map((area) => area[tag]))]));

/** Not every language shows these: the server writes its details in English. */
const mayLack = ['count', 'detail'];

const slots = (/** @type {unknown} */ phrase) => [...new Set([...JSON.stringify(phrase).matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

for (const tag of tags) {
  test(`${tag} has the same texts as English in each area, in the same order`, () => {
    for (const [folder, area] of Object.entries(areas)) assert.deepEqual(Object.keys(area[tag] ?? {}), Object.keys(area.en), folder);
  });

  test(`${tag} has every plural form of the language`, () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.filter((category) => category !== 'many' || tag === 'ar').sort();
    for (const [key, phrase] of Object.entries(all[tag])) {
      if (typeof phrase !== 'string') assert.deepEqual(Object.keys(phrase).sort(), categories, key);
    }
  });

  test(`${tag} uses the same values as English`, () => {
    for (const [key, phrase] of Object.entries(all[tag])) {
      const left = slots(all.en[key]).filter((slot) => !slots(phrase).includes(slot) && !mayLack.includes(slot));
      assert.deepEqual(left, [], key);
    }
  });

  test(`${tag} can be chosen in the settings`, () => {
    assert.match(readFileSync(new URL('language.js', app), 'utf8'), new RegExp(`languages = \\{.*\\b${tag}: `));
  });
}

test('a key is in one area only', () => {
  const keys = Object.values(areas).flatMap((area) => Object.keys(area.en));
  assert.deepEqual(keys.filter((key, i) => keys.indexOf(key) !== i), []);
});

test('the page loads the texts of every area, and the administration loads its own', async () => {
  const { textsOf } = await import('../../main/webapp/app/texts.js');
  const later = Object.keys(areas.admin.en);
  for (const tag of tags) assert.deepEqual(Object.keys(await textsOf(tag)).sort(), Object.keys(all[tag]).filter((key) => !later.includes(key)).sort());
  assert.match(readFileSync(new URL('components/entry/desk-door.js', app), 'utf8'), /admin\/texts\.\$\{tag\}\.js/);
});

test('every text is used somewhere', () => {
  const sources = files.filter((file) => file.endsWith('.js') && !/texts\.[a-z]+\.js$/.test(file));
  const code = sources.map((file) => readFileSync(new URL(file, app), 'utf8')).join('\n');
  const made = /^((problem|role|presence|audit|ownership)\.|moderate\.(kick|ban|mute)|moderation\.(no_)?(bans|mutes))/;
  assert.deepEqual(Object.keys(all.en).filter((key) => !made.test(key) && !code.includes(`'${key}'`)), []);
});

test('the count selects the plural form and is formatted in the language', () => {
  const language = new Language('de', { n: { one: '{count} Ding', other: '{count} Dinge' } });
  assert.equal(language.text('n', { count: 1 }), '1 Ding');
  assert.equal(language.text('n', { count: 1200 }), '1.200 Dinge');
});

test('values other than text keep their place in the sentence', () => {
  const language = new Language('en', { by: '{name} is typing' });
  const name = { bold: 'Ann' };
  assert.deepEqual(language.pieces('by', { name }), ['', name, ' is typing']);
});

test('the user gets the best available language, or else English', () => {
  assert.equal(bestLanguage(['', 'fr-CA', 'de-AT', 'en'], tags), 'de');
  assert.equal(bestLanguage(['fr'], tags), 'en');
});

test('days have their usual names', () => {
  const times = new Times('en-GB');
  const now = new Date(2026, 10, 21, 0, 30);
  assert.equal(times.day('2026-11-21', now), 'Today');
  assert.equal(times.day('2026-11-20', now), 'Yesterday');
  assert.match(times.day('2026-11-02', now), /Monday.*2 November/);
  assert.match(times.day('2025-11-02', now), /2025/);
});

test('an old time is a date and a recent one is a phrase', () => {
  const times = new Times('en-GB');
  const now = new Date(2026, 10, 21, 12, 0);
  assert.equal(times.ago(new Date(2026, 10, 21, 11, 55).toISOString(), now), '5 minutes ago');
  assert.equal(times.ago(new Date(2026, 10, 21, 9, 0).toISOString(), now), '3 hours ago');
  assert.match(times.ago(new Date(2026, 9, 1).toISOString(), now), /1 Oct 2026/);
});

test('a duration is given in its usual unit', () => {
  const HOUR_MS = 3_600_000;
  const said = (/** @type {string} */ tag) => [0.5, 1, 24, 47.9, 48, 168].map((hours) => new Times(tag).lasting(hours * HOUR_MS));
  assert.deepEqual(said('en'), ['30 minutes', '1 hour', '24 hours', '2 days', '2 days', '7 days']);
  assert.deepEqual(said('de').slice(1, 3), ['1 Stunde', '24 Stunden']);
});

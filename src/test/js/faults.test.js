import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { Problem } from '../../main/webapp/app/lib/problem.js';
import { blamedFields, wrongFields } from '../../main/webapp/app/models/faults.js';

const app = new URL('../../main/webapp/app/', import.meta.url);
const sources = readdirSync(app, { recursive: true }).map(String).filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, text: readFileSync(new URL(file, app), 'utf8') }));

/**
 * @param {string} name
 * @param {Partial<ValidityState>} validity
 */
const field = (name, validity, willValidate = true) => ({ name, willValidate, validity: /** @type {ValidityState} */ ({ valid: false, valueMissing: false, ...validity }) });

test('an empty field is to be filled in, and a wrong one gets its own text', () => {
  const fields = [field('username', { valueMissing: true }), field('password', { tooShort: true }), field('bio', { tooLong: true }), field('topic', { valid: true })];
  assert.deepEqual(wrongFields(fields, { username: 'signin.badUsername', password: 'signin.badPassword' }),
    { username: 'field.missing', password: 'signin.badPassword', bio: 'field.wrong' });
});

test('a disabled field is never wrong', () => {
  assert.deepEqual(wrongFields([field('password', { tooShort: true }, false)], {}), {});
});

test('what the server finds wrong is told at the fields that the form has', () => {
  const problem = new Problem({ errors: ['name', 'visibility'].map((one) => ({ field: one, message: '' })) });
  assert.deepEqual(blamedFields(problem, ['name', 'topic'], { name: 'create.badName' }), { name: 'create.badName' });
  assert.deepEqual(blamedFields(problem, ['visibility'], {}), { visibility: 'field.wrong' });
});

test('every form tells of wrong fields itself, at the field', () => {
  for (const { file, text } of sources) {
    // The message field can be empty or too long; the composer deals with that.
    if (!file.startsWith('components/composer/')) for (const [line] of text.matchAll(/<form.*/g)) assert.match(line, /novalidate/, file);
    for (const [tag] of text.matchAll(/<(?:input|textarea)\b(?:[^>]|=>)*>/g)) {
      if (/required|minlength/.test(tag)) assert.match(tag, /aria-invalid=.*aria-describedby=/s, `${file}: ${tag}`);
    }
  }
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { Late } from '../../main/webapp/app/lib/late.js';

/** @param {(Error | string)[]} answers of the loads in turn @param {boolean[]} connected at each call */
async function asked(answers, connected) {
  const late = new Late(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const told = [];
  for (const one of connected) told.push(await late.get(one).catch(({ code }) => code));
  return told;
}

test('what could not be fetched is fetched when it is asked for again', async () => {
  assert.deepEqual(await asked([new TypeError('failed to fetch'), 'there'], [true, true]), ['unreachable', 'there']);
});

test('modules that do not fit are of another version, which only a reload brings', async () => {
  assert.deepEqual(await asked([new SyntaxError('no export named x')], [true]), ['outdated']);
});

test('what fails a second time with the server there fails for as long as the page lasts', async () => {
  const failed = () => new TypeError('failed to fetch');
  assert.deepEqual(await asked([failed(), failed(), failed()], [false, false, true]), ['unreachable', 'unreachable', 'outdated']);
});

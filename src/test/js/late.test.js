import assert from 'node:assert/strict';
import test from 'node:test';
import { Late } from '../../main/webapp/app/lib/late.js';

/** @param {(Error | string)[]} answers of the loads in turn @param {boolean[]} connected at each call */
async function outcomes(answers, connected) {
  const late = new Late(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const told = [];
  for (const one of connected) told.push(await late.get(one).catch(({ code }) => code));
  return told;
}

test('after a failed load the next call loads again', async () => {
  assert.deepEqual(await outcomes([new TypeError('failed to fetch'), 'there'], [true, true]), ['unreachable', 'there']);
});

test('modules that do not fit mean a new version, which needs a reload', async () => {
  assert.deepEqual(await outcomes([new SyntaxError('no export named x')], [true]), ['outdated']);
});

test('a second failure while the server answers needs a reload', async () => {
  const failed = () => new TypeError('failed to fetch');
  assert.deepEqual(await outcomes([failed(), failed(), failed()], [false, false, true]), ['unreachable', 'unreachable', 'outdated']);
});

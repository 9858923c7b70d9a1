/** @import {Key} from '../../language.js' */
import { keyOr, t, times } from '../../language.js';
import { problemOf } from '../../lib/problem.js';

/**
 * An error in words that name the cause.
 * @param {unknown} error
 * @param {Partial<Record<string, Key>>} [special] texts for codes that have a special meaning here
 */
export function explain(error, special = {}) {
  const problem = problemOf(error);
  const own = special[problem.code];
  if (own) return t(own, { seconds: problem.retryAfter ?? 1 });
  return t(keyOr(`problem.${problem.code}`, 'problem.unexpected'), {
    count: Math.ceil(problem.retryAfter ?? 1),
    until: problem.until ? times.moment(problem.until) : '',
    reason: problem.reason ?? '',
    detail: problem.message,
  });
}

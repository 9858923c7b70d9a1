/** @import {RoomState} from '../models/room-state.js' */
import { problemOf } from '../lib/problem.js';
import { heedAnswer } from '../models/may.js';

/**
 * Does something that only people who may write there may do, and heeds what the server says about that.
 * @template T
 * @param {RoomState} state
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function writingIn(state, act) {
  try {
    const answer = await act();
    heedAnswer(state);
    return answer;
  } catch (error) {
    heedAnswer(state, problemOf(error).code);
    throw error;
  }
}

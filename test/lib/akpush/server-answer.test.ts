import { expect, test } from 'vitest';
import { serverAnswer } from '../../../lib/akpush/server-answer';

test.each([
  [0, 'accepted'],
  ['0', 'accepted'],
  ['', 'accepted'],
  [false, 'accepted'],
  [null, 'accepted'],
  [104, 'refused'],
  ['104', 'refused'],
  ['Resource not found', 'refused'],
  [{ code: 403 }, 'refused'],
])('error %j in a 200: %s', (error, verdict) => {
  expect(serverAnswer({ httpStatus: 200, response: { error } as never }).verdict).toBe(verdict);
});

test.each([
  [{ success: false }, 'refused'],
  [{ success: false, message: 'No such resource' }, 'refused'],
  [{ ok: false }, 'refused'],
  [{ status: 'error' }, 'refused'],
  [{ status: 'Failed' }, 'refused'],
  [{ result: 'error' }, 'refused'],
  [{ result: 'success' }, 'accepted'],
  // What looks like a method of an object is data.
  [{ status: { toString: 1, valueOf: 1 } }, 'accepted'],
  [{ success: true }, 'accepted'],
  [{ ok: true, status: 'ok' }, 'accepted'],
  [{ status: 0 }, 'accepted'],
  // Altcraft's own word counts, and what is in its data is the notification's.
  [{ error: 0, success: false }, 'accepted'],
  [{ data: { success: false, status: 'error' } }, 'accepted'],
  [[{ success: false }], 'accepted'],
])('%j without an error, in a 200: %s', (response, verdict) => {
  const answer = serverAnswer({ httpStatus: 200, response: response as never });
  expect(answer.verdict).toBe(verdict);
  if (verdict === 'refused') expect(answer.said).toBe(JSON.stringify(response).slice(0, 60));
});

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

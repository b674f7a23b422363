import { expect, test } from 'vitest';
import { pushModeOf } from '../../../lib/akpush/push-mode';
import { readConfig } from '../../../lib/akpush/sdk-config';
import type { Encoded } from '../../../lib/model/encoded-value';

/* The SDK takes what it is told of Firebase for true where it is anything at all. */
test.each<[Encoded, string]>([
  [true, 'firebase'],
  ['true', 'firebase'],
  ['false', 'firebase'],
  [1, 'firebase'],
  [false, 'pull'],
  ['', 'pull'],
  [0, 'pull'],
  [null, 'pull'],
  [{ $: 'undefined' }, 'pull'],
])('isFirebase %j: %s', (isFirebase, mode) => {
  expect(pushModeOf(readConfig({ browsers: { Chrome: { isFirebase } } }), 'Chrome')).toBe(mode);
  expect(pushModeOf(readConfig({ allFirebase: isFirebase }), 'Chrome')).toBe(mode);
});

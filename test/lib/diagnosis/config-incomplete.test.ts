import { expect, test } from 'vitest';
import { findIn, healthyEntries } from '../../support/make-input';

/* What a field of the configuration says that nobody could read is not that it is empty. */

const about = (config: object) => {
  const found = findIn({ entries: healthyEntries(config) });
  const evidence = found.find(({ id }) => id === 'config-incomplete')?.evidence;
  return evidence && JSON.stringify(evidence);
};

const getter = { $: 'getter' };

test.each([
  ['resourceToken', { resourceToken: '' }],
  ['resourceToken', { resourceToken: undefined }],
  ['resourceToken', { resourceToken: { $: 'undefined' } }],
  ['serverURL', { serverURL: '' }],
  // What is given counts, also where a build has a host of its own.
  ['serverURL', { serverURL: '', apiServerHost: 'pxl.example.com' }],
])('%s is missing: %j', (name, config) => {
  expect(about(config)).toContain(name);
});

test.each([
  { resourceToken: getter },
  { serverURL: getter },
  { apiServerHost: 'pxl.example.com' },
  { serverURL: undefined, apiServerHost: getter },
])('nothing is missing: %j', (config) => {
  expect(about(config)).toBeUndefined();
});

test.each([
  [getter, false],
  [{ apiKey: getter, projectId: 'p', messagingSenderId: 1043, appId: 'a' }, false],
  [{ apiKey: '', projectId: 'p', messagingSenderId: '1043', appId: 'a' }, true],
  [undefined, true],
])('Firebase’s settings %j', (firebase, isMissing) => {
  const config = { browsers: { Firefox: { isFirebase: true } }, firebase };
  expect(about(config) !== undefined).toBe(isMissing);
});

import { expect, test } from 'vitest';
import { callJob, isCallOfJob } from '../../../lib/calls/call-job';
import { jobMarker } from '../../../lib/model/job-marker';
import { makeEntry } from '../../support/make-session';

test('an argument that is not given is told from one that is null', () => {
  const job = callJob({
    method: 'updateSubscription',
    args: [undefined, null, { a: 1 }],
    instance: 'akpush',
    config: undefined,
  });
  expect(job).toMatchObject({
    args: [null, null, { a: 1 }],
    given: [false, true, true],
    config: null,
    hasConfig: false,
  });
  expect(callJob({ method: 'subscribe', args: [], instance: '', config: null }).hasConfig).toBe(
    true,
  );
});

test('the page’s own call of the same method is not taken for the one that was made', () => {
  const called = (name: string, stack?: string) =>
    makeEntry('call', { id: 1, name, ...(stack !== undefined && { stack }) });
  const isOurs = (name: string, stack?: string) => isCallOfJob('subscribe', called(name, stack));
  expect(isOurs('subscribe', `at ${jobMarker} (<anonymous>)`)).toBe(true);
  // A browser that tells no stack leaves only the name.
  expect(isOurs('subscribe')).toBe(true);
  expect(isOurs('subscribe', 'at https://shop.example/app.js:1:1')).toBe(false);
  expect(isOurs('removeToken', `at ${jobMarker}`)).toBe(false);
});

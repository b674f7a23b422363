import { expect, test } from 'vitest';
import { diagnoseInput } from '../../../lib/diagnosis/diagnose-session';
import type { Entry } from '../../../lib/model/entry';
import { healthyEntries, makeInput } from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState } from '../../support/make-state';
import { worded } from '../../support/worded';

/* A call that does not end: nothing else may be made of what is not there yet. */

const begun = makePage().timeOrigin;
const running = (detail: object = {}): Entry =>
  makeEntry('call', {
    id: 3,
    name: 'initSubscription',
    time: begun + 1_000,
    status: 'pending',
    detail,
  });
const diagnosed = (wait: number, ...entries: Entry[]) =>
  worded(
    diagnoseInput(
      makeInput({
        entries: [...healthyEntries(), ...entries],
        state: makeState({ cache: null }),
        wait,
      }),
    ),
  );
const save = makeEntry('request', {
  id: 4,
  name: 'save',
  time: begun + 1_100,
  status: 'pending',
  call: 3,
});

test('what it waits for is told after ten seconds, and why there is no token yet is no news then', () => {
  const { findings, verdict } = diagnosed(20_000, running(), save);
  expect(findings.map(({ id }) => id)).toEqual(['outcome-unknown']);
  expect(findings[0]).toMatchObject({ severity: 'warning' });
  expect(findings[0]?.evidence).toHaveLength(2);
  expect(findings[0]?.consequences?.map(({ id }) => id)).toEqual(['token-not-cached']);
  expect(verdict).toMatchObject({ id: 'not-subscribed', finding: 'outcome-unknown' });
});

test('before that nothing is', () => {
  const { findings } = diagnosed(5_000, running(), save);
  expect(findings.map(({ id }) => id)).not.toContain('outcome-unknown');
});

test('a visitor who is asked may take his time: that is told of the permission', () => {
  const asked = makeEntry('permission', { id: 4, time: begun + 1_100, status: 'pending', call: 3 });
  const { findings } = diagnosed(20_000, running({ permission: 'default' }), asked);
  const permission = findings.find(({ id }) => id === 'permission-no-answer');
  expect(findings.map(({ id }) => id)).not.toContain('outcome-unknown');
  expect(permission?.consequences?.map(({ id }) => id)).toContain('outcome-unknown');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CheckupWays, runCheckup } from '../../../lib/checkup/run-checkup';
import { type Checkup, verdictOf } from '../../../lib/model/checkup';
import type { Phrase } from '../../../lib/model/phrase';
import { fakeCheckup } from '../../support/fake-call-actions';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const keyOf = (text: Phrase) => (typeof text === 'object' && 'key' in text ? text.key : text);

/** The checkup of a page of which nothing is known, when it has ended. */
const ended = async (signal: AbortSignal, ways: CheckupWays = fakeCheckup): Promise<Checkup> => {
  const told: Checkup[] = [];
  const plan = {
    match: undefined,
    update: undefined,
    instance: '',
    mode: 'plain',
    signal,
  } as const;
  const run = runCheckup(ways, { ...plan, omit: ['suspend'] }, (now) => told.push(now));
  await vi.runAllTimersAsync();
  await run;
  return told.at(-1) as Checkup;
};

const found = ({ steps }: Checkup) =>
  steps.map(({ id, status, text }) => `${id} ${status} ${keyOf(text)}`);

test('a page without the SDK fails the first step, and the others are left out; none of it is in a language', async () => {
  const checkup = await ended(new AbortController().signal);
  expect(verdictOf(checkup)).toBe('failed');
  expect(found(checkup)).toEqual([
    'sdk failed callsNoSdk',
    ...['script', 'permission', 'clear', 'init', 'event', 'worker', 'token', 'update'].map(
      (id) => `${id} skipped checkupAfterFailure`,
    ),
    'suspend skipped checkupLeftOut',
    ...['remove', 'again', 'push'].map((id) => `${id} skipped checkupAfterFailure`),
    'restore note checkupServerKeeps',
  ]);
});

test('one that is stopped says so where it was, and puts back what was there', async () => {
  const checkup = await ended(AbortSignal.abort());
  expect(found(checkup).slice(0, 2)).toEqual([
    'sdk failed checkupStopped',
    'script skipped checkupAfterFailure',
  ]);
  expect(found(checkup).at(-1)).toBe('restore note checkupServerKeeps');
});

test('who sends no pushes has no step for one', async () => {
  const { sendPush: _, ...ways } = fakeCheckup;
  const checkup = await ended(new AbortController().signal, ways);
  expect(found(checkup).filter((each) => each.startsWith('push'))).toEqual([]);
});

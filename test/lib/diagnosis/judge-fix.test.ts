import { expect, test } from 'vitest';
import type { FixId } from '../../../lib/diagnosis/finding';
import {
  findingIds,
  isReadSince,
  judgeFix,
  type PressedFix,
} from '../../../lib/diagnosis/judge-fix';
import { findIn, healthyEntries, makeDiagnosed } from '../../support/make-input';
import { makeEntry, makePage } from '../../support/make-session';
import { makeState, prefix } from '../../support/make-state';

/* What became of a fix that was pressed. */

const malformed = findIn({
  state: makeState({ cache: { [`${prefix}current_token`]: 'undefined' } }),
});
const cleared = findIn({ state: makeState({ cache: {} }) });
const { timeOrigin } = makePage();

const pressed = (change: Partial<PressedFix> = {}): PressedFix => {
  const [finding] = malformed;
  if (!finding) throw new Error('nothing is found');
  return {
    fix: 'clear-token',
    finding,
    document: 'first',
    before: findingIds(malformed),
    begunAt: timeOrigin + 10_000,
    endedAt: timeOrigin + 10_100,
    isDiagnosed: true,
    ...change,
  };
};

test('it is gone, it remains, or another one has come', () => {
  expect(judgeFix(pressed(), [])).toEqual({ state: 'mended' });
  expect(judgeFix(pressed(), malformed)).toMatchObject({
    state: 'remains',
    by: { id: 'token-malformed' },
  });
  expect(judgeFix(pressed(), cleared)).toMatchObject({
    state: 'other',
    by: { id: 'token-not-cached' },
  });
});

test('what was there before, and what is only worth knowing, has not come in its place', () => {
  const [other] = cleared;
  expect(judgeFix(pressed({ before: [other?.id ?? ''] }), cleared)).toEqual({ state: 'mended' });
  const hints = cleared.map((each) => ({ ...each, severity: 'hint' as const }));
  expect(judgeFix(pressed(), hints)).toEqual({ state: 'mended' });
});

test('folded into another one, that one is in the way', () => {
  const [cause] = cleared;
  if (!cause) throw new Error('nothing is found');
  const folded = [{ ...cause, consequences: malformed }];
  expect(judgeFix(pressed(), folded)).toMatchObject({ state: 'other', by: { id: cause.id } });
});

test('before the page was diagnosed again nothing is said; a failure is said at once', () => {
  expect(judgeFix(pressed({ isDiagnosed: false }), [])).toEqual({ state: 'running' });
  expect(judgeFix(pressed({ isDiagnosed: false, problem: 'no' }), malformed)).toEqual({
    state: 'failed',
    problem: 'no',
  });
});

test('a reading counts that began after the work had ended', () => {
  const isRead = (wait: number, change: Partial<PressedFix> = {}) =>
    isReadSince(pressed(change), makeDiagnosed({ wait }));
  expect(isRead(10_050)).toBe(false);
  expect(isRead(12_000)).toBe(true);
  expect(isRead(12_000, { endedAt: null })).toBe(false);
});

test('a call that was only shown is waited for', () => {
  const fix: FixId = 'init-again';
  const call = (time: number) =>
    makeEntry('call', { id: 9, name: 'initSubscription', time: timeOrigin + time, duration: 50 });
  const isRead = (...calls: ReturnType<typeof call>[]) =>
    isReadSince(
      pressed({ fix }),
      makeDiagnosed({ entries: [...healthyEntries(), ...calls], wait: 60_000 }),
    );
  expect(isRead()).toBe(false);
  expect(isRead(call(5_000))).toBe(false);
  expect(isRead(call(20_000))).toBe(true);
});

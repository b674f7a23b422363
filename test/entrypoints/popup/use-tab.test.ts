// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useTab } from '../../../entrypoints/popup/use-tab';
import { diagnoseSession } from '../../../lib/diagnosis/diagnose-session';
import { openPort } from '../../../lib/messaging/open-port';
import type { PageState } from '../../../lib/model/page-state';
import { readOutcomes } from '../../../lib/outcome/outcomes';
import { makeFarEnds } from '../../support/far-ends';
import { makePage } from '../../support/make-session';
import { makeRegistration, makeState, makeSubscription } from '../../support/make-state';

/*
 * The popup's tab while the popup is open: its state is read each second, and only what a reading finds is judged.
 */

vi.mock('../../../lib/messaging/open-port', () => ({ openPort: vi.fn() }));
vi.mock('../../../lib/messaging/background', () => ({
  background: { askTokens: vi.fn(async () => null) },
}));
vi.mock('../../../lib/outcome/outcomes', async (load) => {
  const module = await load<typeof import('../../../lib/outcome/outcomes')>();
  return { ...module, readOutcomes: vi.fn(module.readOutcomes) };
});
vi.mock('../../../lib/diagnosis/diagnose-session', async (load) => {
  const module = await load<typeof import('../../../lib/diagnosis/diagnose-session')>();
  return { ...module, diagnoseSession: vi.fn(module.diagnoseSession) };
});

const denied = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });
const day = 24 * 60 * 60 * 1000;

let ends: ReturnType<typeof makeFarEnds>;
let draws: number;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  vi.setSystemTime(makePage().timeOrigin + 60_000);
  ends = makeFarEnds();
  draws = 0;
  vi.mocked(openPort).mockImplementation(ends.open);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

/** A tab whose state was read once. */
const open = async (state: PageState) => {
  const { result, rerender } = renderHook(
    ({ tab }) => {
      draws += 1;
      return useTab(tab);
    },
    { initialProps: { tab: 5 } },
  );
  /** The page's state is read each second; `null`: as it was. */
  const read = async (next: PageState | null, seconds = 1) => {
    for (let second = 0; second < seconds; second += 1) {
      await pass(1000);
      const at = Date.now();
      await act(() => ends.of(0).say('state', next && JSON.stringify({ ...next, readAt: at }), at));
    }
    await pass(200);
  };
  await act(() => ends.of(0).say('page', makePage({ hooked: false, sdk: true })));
  await read(state);
  const ids = () => result.current.diagnosis?.findings.map(({ id }) => id);
  const forget = () => {
    draws = 0;
    vi.mocked(readOutcomes).mockClear();
    vi.mocked(diagnoseSession).mockClear();
  };
  /** How often something was made anew since all was forgotten. */
  const made = () => ({
    draws,
    outcomes: vi.mocked(readOutcomes).mock.calls.length,
    diagnoses: vi.mocked(diagnoseSession).mock.calls.length,
  });
  return { result, rerender, read, ids, forget, made };
};

test('five minutes of readings that find nothing new derive and draw nothing', async () => {
  const tab = await open(denied);
  expect(tab.ids()).toContain('permission-denied');
  await tab.read(null, 20);
  tab.forget();
  await tab.read(null, 300);
  expect(tab.made()).toEqual({ draws: 0, outcomes: 0, diagnoses: 0 });
  expect(tab.result.current.clock.now().state?.readAt).toBeGreaterThan(Date.now() - 1000);
});

test('what a reading finds is judged', async () => {
  const tab = await open(denied);
  await tab.read(null, 20);
  await tab.read(makeState({}));
  expect(tab.ids()).not.toContain('permission-denied');
});

test('a finding that waits for a time comes when that has come', async () => {
  const expirationTime = Date.now() + 7 * day + 60_000;
  const subscription = { ok: makeSubscription({ expirationTime }) };
  const tab = await open(makeState({ registrations: [makeRegistration({ subscription })] }));
  await tab.read(null, 20);
  tab.forget();
  await tab.read(null, 20);
  expect(tab.made().diagnoses).toBe(0);
  await tab.read(null, 40);
  expect(tab.ids()).toContain('subscription-expired');
  expect(tab.made().diagnoses).toBe(1);
});

test('of another tab nothing is told that was of the one before', async () => {
  const tab = await open(denied);
  expect(tab.ids()).toContain('permission-denied');
  tab.rerender({ tab: 6 });
  await pass(200);
  expect(tab.result.current.whole.pages).toEqual([]);
  expect(tab.ids()).toBeUndefined();
});

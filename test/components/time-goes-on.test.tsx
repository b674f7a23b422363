// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/preact';
import { options, type VNode } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../components/views/calls/CallsView';
import '../../components/views/contract/parts';
import '../../components/views/push/PushView';
import '../../components/views/sessions/SessionsView';
import '../../components/views/state/StateView';
import { diagnoseSession } from '../../lib/diagnosis/diagnose-session';
import { deriveFacts } from '../../lib/facts/page-facts';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { reduce } from '../../lib/session/reduce';
import { buildRows } from '../../lib/timeline/rows';
import { healthyEntries, makeDiagnosed, type SceneParts } from '../support/make-input';
import { makeEntry } from '../support/make-session';
import { makeRegistration, makeState, makeSubscription } from '../support/make-state';
import { renderApp } from './render-app';

/*
 * The clock goes on, and each second the page's state is read and found to be what it was: nothing follows from that, so nothing is derived anew,
 * and nothing is drawn but the places that show the time.
 */

vi.mock('../../lib/outcome/outcomes', async (load) => {
  const module = await load<typeof import('../../lib/outcome/outcomes')>();
  return { ...module, readOutcomes: vi.fn(module.readOutcomes) };
});
vi.mock('../../lib/diagnosis/diagnose-session', async (load) => {
  const module = await load<typeof import('../../lib/diagnosis/diagnose-session')>();
  return { ...module, diagnoseSession: vi.fn(module.diagnoseSession) };
});
vi.mock('../../lib/facts/page-facts', async (load) => {
  const module = await load<typeof import('../../lib/facts/page-facts')>();
  return { ...module, deriveFacts: vi.fn(module.deriveFacts) };
});
vi.mock('../../lib/timeline/rows', async (load) => {
  const module = await load<typeof import('../../lib/timeline/rows')>();
  return { ...module, buildRows: vi.fn(module.buildRows) };
});
const derivations = { readOutcomes, diagnoseSession, deriveFacts, buildRows };

/** The names of the components that were drawn since it was emptied. */
const drawn: string[] = [];
/** Preact's name for what it calls before a component is drawn: its own hooks go by it. `diffed` is also told of what stays as it is. */
interface RenderHook {
  __r?(vnode: VNode): void;
}
const hooks: RenderHook = options as RenderHook;
const { __r: before } = hooks;
hooks.__r = (vnode) => {
  if (typeof vnode.type === 'function') drawn.push(vnode.type.name);
  before?.(vnode);
};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The whole panel of a page that was diagnosed, in a view. */
const open = async (view: string, scene: SceneParts = {}) => {
  const first = makeDiagnosed(scene);
  vi.setSystemTime(first.state?.readAt ?? 0);
  const app = renderApp(first);
  const { container } = app.view;
  const pass = (ms: number) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  /** Reads the state each second, and finds it as it was. */
  const readAgain = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await pass(1000);
      await act(() => {
        app.update((held) =>
          reduce(held, {
            type: 'state',
            document: held.state?.document ?? '',
            state: null,
            readAt: Date.now(),
          }),
        );
      });
    }
    await pass(0);
  };
  const change = (next: Parameters<typeof reduce>[1]) =>
    act(() => app.update((held) => reduce(held, next)));
  await pass(1000);
  await act(() => container.querySelector<HTMLElement>(`#tab-${view}`)?.click());
  expect(drawn.length).toBeGreaterThan(10);
  // What comes in chunks and after a pause is there, and what is new is not new any more.
  await readAgain(20);
  const forget = () => {
    drawn.length = 0;
    for (const derive of Object.values(derivations)) vi.mocked(derive).mockClear();
  };
  const derived = () =>
    Object.entries(derivations).flatMap(([name, derive]) =>
      vi.mocked(derive).mock.calls.length > 0 ? [name] : [],
    );
  return { container, pass, readAgain, change, forget, derived };
};

const views = ['timeline', 'diagnosis', 'state', 'calls', 'push', 'contract', 'sessions'] as const;
const showTime: Readonly<Record<string, readonly string[]>> = { state: ['Freshness', 'ReadState'] };
const denied = makeState({ permission: { notification: 'denied', query: { ok: 'denied' } } });

for (const view of views)
  for (const [page, scene] of [
    ['is well', { entries: healthyEntries() }],
    ['is broken', { entries: healthyEntries(), state: denied }],
  ] as const)
    test(`${view} of a page that ${page}: five minutes of readings derive and draw nothing`, async () => {
      const { container, readAgain, forget, derived } = await open(view, scene);
      const shown = view === 'timeline' ? '.row[data-id]' : `[data-view="${view}"]`;
      expect(container.querySelector(shown)).not.toBeNull();
      forget();
      await readAgain(300);
      expect(derived()).toEqual([]);
      expect(drawn.filter((name) => !showTime[view]?.includes(name))).toEqual([]);
    });

test('nor does a clock that goes on while nothing is read, but that the state is old is said', async () => {
  for (const view of views) {
    const { container, pass, forget, derived } = await open(view, { entries: healthyEntries() });
    forget();
    await pass(300_000);
    expect(derived(), view).toEqual([]);
    expect(
      drawn.filter((name) => !showTime[view]?.includes(name)),
      view,
    ).toEqual([]);
    if (view === 'state') expect(container.querySelector('[data-notice="old"]')).not.toBeNull();
    cleanup();
  }
});

test('the time of the last reading is shown all the same', async () => {
  const { container, readAgain } = await open('state', { entries: healthyEntries() });
  const read = () => container.querySelector<HTMLElement>('[data-view="state"]')?.dataset;
  const before = Number(read()?.read);
  const text = container.querySelector('.freshness')?.textContent;
  await readAgain(5);
  expect(Number(read()?.read)).toBe(before + 5000);
  expect(read()?.live).toBe('yes');
  expect(container.querySelector('.freshness')?.textContent).not.toBe(text);
});

test('what is under way is judged when a reading has seen its end', async () => {
  const { container, readAgain, pass, change, forget, derived } = await open('timeline', {
    entries: healthyEntries(),
  });
  const call = { id: 90, name: 'initSubscription', time: Date.now() } as const;
  const log = (more: object) =>
    change({
      type: 'entries',
      document: 'first',
      entries: [makeEntry('call', { ...call, ...more })],
      lost: 0,
    });
  const outcome = () => container.querySelector<HTMLElement>('[data-id="1:90"]')?.dataset.outcome;
  await log({ status: 'pending' });
  await pass(200);
  const before = outcome();
  await log({ status: 'ok', duration: 400 });
  await readAgain(2);
  expect(outcome()).toBeDefined();
  expect(outcome()).not.toBe(before);
  forget();
  await readAgain(60);
  expect(derived()).toEqual([]);
});

test('a finding that waits for a time comes when that has come, and nothing is asked before', async () => {
  const day = 24 * 60 * 60 * 1000;
  const begun = makeDiagnosed({}).state?.readAt ?? 0;
  // It is warned of a week before.
  const subscription = { ok: makeSubscription({ expirationTime: begun + 7 * day + 60_000 }) };
  const state = makeState({ registrations: [makeRegistration({ subscription })] });
  const { container, readAgain, forget, derived } = await open('diagnosis', {
    entries: healthyEntries(),
    state,
  });
  const found = () => container.querySelector('[data-finding="subscription-expired"]');
  forget();
  await readAgain(30);
  expect(found()).toBeNull();
  expect(derived()).toEqual([]);
  await readAgain(30);
  expect(found()).not.toBeNull();
  expect(derived()).toEqual(['diagnoseSession']);
});

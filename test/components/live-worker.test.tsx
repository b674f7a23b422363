// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LiveWorker } from '../../components/views/push/LiveWorker';
import { provideMessages } from '../../lib/i18n/message';
import type { Session } from '../../lib/model/session';
import { readOutcomes } from '../../lib/outcome/outcomes';
import type { LiveStatus } from '../../lib/protocol/live-status';
import { reduce } from '../../lib/session/reduce';
import english from '../../public/_locales/en/messages.json';
import { makeSession } from '../support/make-session';

beforeAll(() => provideMessages(english));
afterEach(cleanup);

const show = (status: Partial<LiveStatus>, session: Session = makeSession([]), leftOut = 0) => {
  const live = {
    status: { state: 'off', by: 'debugger', workers: [], ...status } as LiveStatus,
    leftOut,
    start: vi.fn(),
    stop: vi.fn(),
  };
  const onSelect = vi.fn();
  const { container } = render(
    <LiveWorker
      live={live}
      session={session}
      outcomes={readOutcomes(session)}
      onSelect={onSelect}
    />,
  );
  return {
    live,
    onSelect,
    container,
    part: container.querySelector<HTMLElement>('[data-part=live]'),
  };
};

describe('the watch', () => {
  it.each([
    ['off', 'Off', 'start-live'],
    ['attaching', 'Attaching', 'stop-live'],
    ['attached', 'pushes from any source', 'stop-live'],
    ['cancelled', 'Cancel', 'start-live'],
    ['navigated', 'another site', 'start-live'],
    ['taken', 'Another panel', 'start-live'],
    ['failed', 'restarted', 'start-live'],
  ] as const)('%s is said, and what can be done', (state, text, action) => {
    const { part } = show({ state });
    expect(part?.dataset.live).toBe(state);
    expect(screen.getByRole('status').textContent).toContain(text);
    expect(part?.querySelector('[data-action]')?.getAttribute('data-action')).toBe(action);
  });

  it('says why it failed', () => {
    show({ state: 'failed', why: 'No answer to attach' });
    expect(screen.getByRole('status').textContent).toContain('No answer to attach');
  });

  it('says before it begins what the browser will do', () => {
    expect(show({}).part?.textContent).toContain('debugging bar');
    cleanup();
    const { part } = show({ by: 'requests', state: 'attached' });
    expect(part?.textContent).toContain('grouped into one push');
    expect(part?.textContent).not.toContain('No service worker is running');
  });

  it('begins and ends by a click', async () => {
    const user = userEvent.setup();
    const off = show({});
    await user.click(screen.getByRole('button', { name: 'Start watching' }));
    expect(off.live.start).toHaveBeenCalledOnce();
    cleanup();
    const on = show({ state: 'attached' });
    await user.click(screen.getByRole('button', { name: 'Stop watching' }));
    expect(on.live.stop).toHaveBeenCalledOnce();
  });
});

it('workers: which run, which are the SDK’s', () => {
  const script = 'https://shop.test/service-worker.js?browser=Chrome';
  const { part } = show({
    state: 'attached',
    workers: [
      { scope: 'https://shop.test/', script, isOwn: true, isRunning: true },
      { scope: 'https://shop.test/other/', script: 'x', isOwn: false, isRunning: false },
      { scope: null, script, isOwn: true, isRunning: true },
    ],
  });
  const workers = [...(part?.querySelectorAll<HTMLElement>('[data-live-worker]') ?? [])];
  expect(workers.map(({ dataset }) => [dataset.liveWorker, dataset.running, dataset.sdk])).toEqual([
    ['https://shop.test/', 'yes', 'yes'],
    ['https://shop.test/other/', 'no', 'no'],
    ['', 'yes', 'yes'],
  ]);
  expect(workers[1]?.textContent).toContain('not the SDK’s');
});

it('the last events with what became of them; they lead to the timeline', async () => {
  const note = (ref: string, name: 'push' | 'live') => ({
    ref,
    push: {
      kind: 'push' as const,
      name,
      status: 'ok' as const,
      time: 1_000,
      detail: { way: 'live' as const },
    },
    steps: [
      {
        kind: 'worker-step' as const,
        name: 'showNotification' as const,
        status: 'ok' as const,
        time: 1_010,
        detail: {},
      },
    ],
  });
  const session = ['1', '2', '3', '4', '5', '6']
    .map((ref) => note(ref, 'push'))
    .concat(note('7', 'live'))
    .reduce((held, push) => reduce(held, { type: 'push', push }), makeSession([]));
  const { part, onSelect } = show({ state: 'attached' }, session, 12);
  const events = [...(part?.querySelectorAll<HTMLElement>('[data-live-event]') ?? [])];
  expect(events.map(({ dataset }) => dataset.outcome)).toEqual([
    ...Array.from({ length: 5 }, () => 'shown'),
    undefined,
  ]);
  expect(part?.textContent).toContain('left out: 12');
  await userEvent.setup().click(events[0]?.querySelector('button') as HTMLElement);
  expect(onSelect).toHaveBeenCalledWith('push:2');
});

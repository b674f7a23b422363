import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DebuggerSource } from '../../../entrypoints/background/hold-target';
import { servePorts } from '../../../lib/messaging/serve-ports';
import type { Delivery, ReplacedAnswer } from '../../../lib/protocol/delivery';
import fakeBrowser from '../../support/fake-browser';
import { type Answer, createFakeDebugger } from '../../support/fake-debugger';
import { createFakeEvent } from '../../support/fake-event';
import { createFakePortPair } from '../../support/fake-port';

const tab = 7;
const capabilities = { debugger: 'yes', workerRequests: 'no' } as const;
const scope = 'https://shop.test/';
const script = `${scope}service-worker.js?browser=Chrome`;
const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/panel.html') };

/** A worker, and a page, that do what they are told. */
const obedient: Answer = ({ tabId, sessionId }, method, params) => {
  if (method === 'Runtime.callFunctionOn') return { result: { value: null } };
  if (method !== 'Runtime.evaluate') return {};
  const { expression } = params as { expression: string };
  if (expression.includes('registration.active ===')) return { result: { value: `${scope} true` } };
  if (expression.includes('registration.scope')) return { result: { value: scope } };
  return tabId !== undefined && sessionId === undefined
    ? { result: { value: { ok: null } } }
    : { result: { objectId: 'observer' } };
};

Object.assign(fakeBrowser.tabs, { onReplaced: createFakeEvent<[number, number]>() });

let api: ReturnType<typeof createFakeDebugger>;

/** One life of the background: its modules are its own, and what it asks of the browser after its end is not heard. */
const startLife = async (endsAt = Number.POSITIVE_INFINITY) => {
  vi.resetModules();
  let isOver = false;
  let asked = 0;
  /** It ends before or after the browser has done what is asked, by turns. */
  const ask = async <T>(act: () => Promise<T>): Promise<T> => {
    const never = new Promise<never>(() => {});
    if (isOver) return never;
    const step = asked++;
    if (step === endsAt) isOver = true;
    if (isOver) return never;
    const answer = await act();
    if (step + 0.5 === endsAt) isOver = true;
    return isOver ? never : answer;
  };
  const { session } = fakeBrowser.storage;
  vi.doMock('webextension-polyfill', () => ({
    default: {
      ...fakeBrowser,
      storage: {
        ...fakeBrowser.storage,
        session: {
          get: (key: string) => ask(() => session.get(key)),
          set: (items: Record<string, unknown>) => ask(() => session.set(items)),
          remove: (key: string) => ask(() => session.remove(key)),
        },
      },
    },
  }));
  const lifeApi = {
    onEvent: api.onEvent,
    onDetach: api.onDetach,
    attach: (target: DebuggerSource) => ask(() => api.attach(target)),
    detach: (target: DebuggerSource) => ask(() => api.detach(target)),
    getTargets: () => ask(() => api.getTargets()),
    sendCommand: (target: DebuggerSource, method: string, params?: object) =>
      ask(() => api.sendCommand(target, method, params)),
  };
  Object.assign(globalThis, { chrome: { debugger: lifeApi } });
  const { releaseTargets } = await import('../../../entrypoints/background/hold-target');
  const { watchLive } = await import('../../../entrypoints/background/live');
  const { runJob } = await import('../../../entrypoints/background/run-job');
  const { deliver } = await import('../../../entrypoints/background/deliver');
  releaseTargets();
  servePorts(fakeBrowser.runtime as never, { panel: () => {}, live: watchLive(capabilities) });
  return { runJob, deliver: deliver(capabilities), isOver: () => isOver, asked: () => asked };
};
type Life = Awaited<ReturnType<typeof startLife>>;

/** The browser ends it: nothing of it runs any more. */
const endLife = (): void => {
  vi.clearAllTimers();
  for (const each of [api.onEvent, api.onDetach, fakeBrowser.runtime.onConnect]) each.reset();
};
const settle = () => vi.advanceTimersByTimeAsync(1_000);

const push = (isDry: boolean, replaced: ReplacedAnswer | null): Delivery => ({
  delivery: 'worker',
  address: { tab, frame: 0 },
  worker: { scriptURL: script, scope },
  event: { type: 'push', data: '{}' },
  isDry,
  replaced,
});

/** All that attaches, from the beginning to the end. */
const stories: Record<string, (life: Life) => Promise<unknown>> = {
  'a watch': async () => {
    const { near, far } = createFakePortPair(`live:${tab}:0`, sender as never);
    fakeBrowser.runtime.onConnect.fire(far);
    await settle();
    const told = { targetInfo: { targetId: 'w', type: 'service_worker', url: script } };
    const attached = { ...told, sessionId: 'one', waitingForDebugger: true };
    api.onEvent.fire({ tabId: tab }, 'Target.attachedToTarget', attached);
    await settle();
    api.onEvent.fire({ tabId: tab, sessionId: 'one' }, 'Inspector.workerScriptLoaded', {});
    await settle();
    near.disconnect();
    await settle();
  },
  'a call with a user gesture': async ({ runJob }) => {
    runJob({ tab, frame: 0 }, { type: 'survey' }, true).catch(() => {});
    await settle();
  },
  'a push into the worker': async ({ deliver }) => {
    deliver(push(false, null)).catch(() => {});
    await settle();
  },
  'a dry run with a replaced answer': async ({ deliver }) => {
    deliver(push(true, { urlPart: 'content/get', body: '{}' })).catch(() => {});
    await settle();
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  api = createFakeDebugger(obedient);
  api.targets = [{ id: 'worker', type: 'worker', url: script }];
});
afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('webextension-polyfill');
  Reflect.deleteProperty(globalThis, 'chrome');
});

// Some hundred lives, each with its own modules.
describe.each(Object.entries(stories))('%s', { timeout: 60_000 }, (_name, tell) => {
  it('leaves nothing attached, at whatever step the background ends', async () => {
    const whole = await startLife();
    const attach = vi.spyOn(api, 'attach');
    await tell(whole);
    expect(attach).toHaveBeenCalled();
    expect([...api.attached]).toEqual([]);
    const steps = whole.asked();
    expect(steps).toBeGreaterThan(5);
    let held = 0;
    for (let endsAt = 0; endsAt < steps; endsAt += 0.5) {
      endLife();
      const life = await startLife(endsAt);
      await tell(life);
      expect(life.isOver(), `step ${endsAt}`).toBe(true);
      held += api.attached.size;
      endLife();
      const next = await startLife();
      await settle();
      expect([...api.attached], `step ${endsAt}`).toEqual([]);
      expect(await fakeBrowser.storage.session.get('attached')).toEqual({});
      await tell(next);
      expect([...api.attached]).toEqual([]);
    }
    // Else it would prove nothing.
    expect(held).toBeGreaterThan(3);
  });

  it('leaves nothing attached when the background ends while it lets go', async () => {
    const steps = 6;
    for (let endsAt = 0; endsAt < steps; endsAt += 0.5) {
      endLife();
      await api.attach({ tabId: tab });
      await api.attach({ targetId: 'worker' });
      await fakeBrowser.storage.session.set({ attached: [{ tabId: tab }, { targetId: 'worker' }] });
      await startLife(endsAt);
      await settle();
      endLife();
      await tell(await startLife());
      expect([...api.attached], `step ${endsAt}`).toEqual([]);
    }
  });
});

describe('what is attached already', () => {
  it('by this extension, unremembered, is let go of once and attached to', async () => {
    const life = await startLife();
    await api.attach({ tabId: tab });
    const attach = vi.spyOn(api, 'attach');
    expect(await life.runJob({ tab, frame: 0 }, { type: 'survey' }, true)).toBeNull();
    expect(attach).toHaveBeenCalledTimes(2);
    expect([...api.attached]).toEqual([]);
  });

  it('by somebody else is said to be', async () => {
    const life = await startLife();
    api.elsewhere.add(tab).add('worker');
    const said = 'attached already';
    await expect(life.runJob({ tab, frame: 0 }, { type: 'survey' }, true)).rejects.toThrow(said);
    await expect(life.deliver(push(false, null))).rejects.toThrow(said);
    expect(await fakeBrowser.storage.session.get('attached')).toEqual({ attached: [] });
  });
});

describe('a worker that was started again while it was attached to, and waits', () => {
  const last = () => api.sent.at(-1)?.method;

  it('goes on when what the last background held is let go of', async () => {
    await fakeBrowser.storage.session.set({ attached: [{ targetId: 'worker' }] });
    api.attached.add('worker');
    await startLife();
    await settle();
    expect(last()).toBe('Runtime.runIfWaitingForDebugger');
    expect([...api.attached]).toEqual([]);
  });

  it('is told nothing at the end of a push that somebody saw to: it may be at work', async () => {
    await stories['a push into the worker']?.(await startLife());
    expect(last()).not.toBe('Runtime.runIfWaitingForDebugger');
    expect([...api.attached]).toEqual([]);
  });
});

describe('an attachment', () => {
  it('that comes too late is let go of', async () => {
    const life = await startLife();
    let come: () => void = () => {};
    const native = api.attach.bind(api);
    vi.spyOn(api, 'attach').mockImplementation(async (target) => {
      await new Promise<void>((resolve) => {
        come = resolve;
      });
      await native(target);
    });
    life.deliver(push(false, null)).catch(() => {});
    await vi.advanceTimersByTimeAsync(11_000);
    come();
    await settle();
    expect(api.attach).toHaveBeenCalled();
    expect([...api.attached]).toEqual([]);
  });

  it('that the browser has ended is forgotten', async () => {
    await startLife();
    const { near, far } = createFakePortPair(`live:${tab}:0`, sender as never);
    fakeBrowser.runtime.onConnect.fire(far);
    await settle();
    expect(await fakeBrowser.storage.session.get('attached')).toEqual({
      attached: [{ tabId: tab }],
    });
    api.end(tab, 'canceled_by_user');
    await settle();
    expect(await fakeBrowser.storage.session.get('attached')).toEqual({ attached: [] });
    near.disconnect();
  });

  it('is not made where it cannot be remembered', async () => {
    const life = await startLife();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('no space'));
    await expect(life.runJob({ tab, frame: 0 }, { type: 'survey' }, true)).rejects.toThrow(
      'no space',
    );
    expect([...api.attached]).toEqual([]);
  });
});

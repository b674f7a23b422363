import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isClaimed, targetKey } from '../../../entrypoints/background/claims';
import { watchLive } from '../../../entrypoints/background/live';
import { runJob } from '../../../entrypoints/background/run-job';
import { servePorts } from '../../../lib/messaging/serve-ports';
import type { LiveStatus } from '../../../lib/protocol/live-status';
import fakeBrowser from '../../support/fake-browser';
import { type Answer, createFakeDebugger } from '../../support/fake-debugger';
import { createFakeEvent } from '../../support/fake-event';
import { createFakePortPair, type FakePort } from '../../support/fake-port';

const tab = 7;
const capabilities = { debugger: 'yes', workerRequests: 'no' } as const;
const script = 'https://shop.test/service-worker.js?browser=Chrome';
const scope = 'https://shop.test/';
const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/panel.html') };

const onReplaced = createFakeEvent<[number, number]>();
Object.assign(fakeBrowser.tabs, { onReplaced });

let api: ReturnType<typeof createFakeDebugger>;
let told: { m: string; a: [LiveStatus] }[];
let isClosed: boolean;

/** A worker that does what it is told. */
const obedient: Answer = (_source, method, params) => {
  if (method === 'Runtime.callFunctionOn') return { result: { value: 0 } };
  if (method !== 'Runtime.evaluate') return {};
  const { expression } = params as { expression: string };
  return expression.includes('registration.scope')
    ? { result: { value: scope } }
    : { result: { objectId: 'watch' } };
};

const open = (from: object = sender): FakePort => {
  const { near, far } = createFakePortPair(`live:${tab}:0`, from as never);
  told = [];
  isClosed = false;
  near.onMessage.addListener((message) => told.push(message as never));
  near.onDisconnect.addListener(() => {
    isClosed = true;
  });
  fakeBrowser.runtime.onConnect.fire(far);
  return near;
};
const statuses = (): LiveStatus[] =>
  told.flatMap(({ m, a: [status] }) => (m === 'status' ? [status] : []));
const state = () => statuses().at(-1)?.state;
const untilState = (wanted: string) => vi.waitFor(() => expect(state()).toBe(wanted));
const use = (answer: Answer) => {
  api = createFakeDebugger(answer);
  Object.assign(globalThis, { chrome: { debugger: api } });
};
const attach = (session = 'one', url = script, waitingForDebugger = false) =>
  api.onEvent.fire({ tabId: tab }, 'Target.attachedToTarget', {
    sessionId: session,
    targetInfo: { targetId: `target-${session}`, type: 'service_worker', url },
    waitingForDebugger,
  });
const load = (session = 'one') =>
  api.onEvent.fire({ tabId: tab, sessionId: session }, 'Inspector.workerScriptLoaded', {});
const methods = (session: string | undefined) =>
  api.sent.filter((each) => each.session === session).map(({ method }) => method);

beforeEach(() => {
  use(obedient);
  servePorts(fakeBrowser.runtime as never, { panel: () => {}, live: watchLive(capabilities) });
});
afterEach(async () => {
  vi.useRealTimers();
  // Whatever a test has left open.
  for (const each of [...api.attached]) api.end(Number(each), 'target_closed');
  await vi.waitFor(() => expect(api.attached.size).toBe(0));
  Reflect.deleteProperty(globalThis, 'chrome');
});

describe('a watch', () => {
  it('begins with the port and ends with it', async () => {
    const port = open();
    await untilState('attached');
    attach();
    load();
    await vi.waitFor(() =>
      expect(statuses().at(-1)?.workers).toEqual([{ scope, script, isOwn: true, isRunning: true }]),
    );
    port.disconnect();
    await vi.waitFor(() => expect(api.attached.size).toBe(0));
    expect(methods('one').at(-1)).toBe('Runtime.callFunctionOn');
  });

  it('is nobody else’s to ask for', async () => {
    open({ id: sender.id, url: 'https://shop.test/' });
    open({ id: 'another-extension', url: sender.url });
    await Promise.resolve();
    expect(api.attached.size).toBe(0);
  });

  it('is one for a site in each container', async () => {
    const get = vi.spyOn(fakeBrowser.tabs, 'get');
    const inContainer = (cookieStoreId: string) =>
      get.mockImplementation(async (id) => ({ id, url: scope, cookieStoreId }) as never);
    inContainer('firefox-default');
    const first = open();
    await untilState('attached');
    inContainer('firefox-container-1');
    const second = open();
    await untilState('attached');
    open();
    await untilState('taken');
    first.disconnect();
    second.disconnect();
    await vi.waitFor(() => expect(api.attached.size).toBe(0));
  });

  it('is one for a site; the next begins when the last is over', async () => {
    const first = open();
    await untilState('attached');
    open();
    await untilState('taken');
    expect(isClosed).toBe(true);
    first.disconnect();
    open();
    await untilState('attached');
  });

  it('shares the tab with a call that needs a user gesture', async () => {
    use((source, method, params) =>
      method === 'Runtime.evaluate' && source.sessionId === undefined
        ? { result: { value: { ok: null } } }
        : obedient(source, method, params),
    );
    const port = open();
    await untilState('attached');
    expect(await runJob({ tab, frame: 0 }, { type: 'survey' }, true)).toBeNull();
    expect(api.attached.has(tab)).toBe(true);
    port.disconnect();
    await vi.waitFor(() => expect(api.attached.size).toBe(0));
  });
});

describe('it ends', () => {
  it.each([
    ['canceled_by_user', 'cancelled'],
    ['target_closed', 'off'],
    ['something_else', 'failed'],
  ])('by the browser: %s', async (reason, wanted) => {
    open();
    await untilState('attached');
    attach();
    load();
    api.end(tab, reason);
    await untilState(wanted);
    await vi.waitFor(() => expect(isClosed).toBe(true));
    // Another can begin.
    open();
    await untilState('attached');
  });

  it('with another site in the tab, not with another page', async () => {
    open();
    await untilState('attached');
    const { onCommitted } = fakeBrowser.webNavigation;
    onCommitted.fire({ tabId: tab, frameId: 0, url: 'https://shop.test/tea' });
    onCommitted.fire({ tabId: tab, frameId: 3, url: 'https://other.test/' });
    onCommitted.fire({ tabId: 8, frameId: 0, url: 'https://other.test/' });
    expect(state()).toBe('attached');
    onCommitted.fire({ tabId: tab, frameId: 0, url: 'https://other.test/' });
    await untilState('navigated');
    await vi.waitFor(() => expect(api.attached.size).toBe(0));
  });

  it.each([
    ['is closed', () => fakeBrowser.tabs.onRemoved.fire(tab, {})],
    ['is discarded', () => onReplaced.fire(8, tab)],
  ])('when the tab %s', async (_what, happen) => {
    open();
    await untilState('attached');
    fakeBrowser.tabs.onRemoved.fire(8, {});
    onReplaced.fire(tab, 8);
    expect(state()).toBe('attached');
    happen();
    await untilState('off');
    await vi.waitFor(() => expect(api.attached.size).toBe(0));
  });

  it('when it cannot begin', async () => {
    api.elsewhere.add(tab);
    open();
    await untilState('failed');
    expect(statuses().at(-1)?.why).toContain('attached already');
    expect(isClosed).toBe(true);
  });

  it('when a worker does not answer, which is let go on all the same', async () => {
    vi.useFakeTimers();
    use((source, method, params) =>
      source.sessionId && method === 'Runtime.evaluate'
        ? new Promise(() => {})
        : obedient(source, method, params),
    );
    open();
    await vi.advanceTimersByTimeAsync(1);
    attach('one', script, true);
    await vi.advanceTimersByTimeAsync(10_100);
    expect(state()).toBe('failed');
    expect(methods('one')).toContain('Runtime.runIfWaitingForDebugger');
    expect(api.attached.size).toBe(0);
  });
});

describe('a worker', () => {
  const evaluated = () =>
    api.sent.filter(({ method }) => method === 'Runtime.evaluate').map(({ params }) => params);

  it('that has just been started is held at its first line, and only there', async () => {
    let isComplete = false;
    use((source, method, params) => {
      const { expression = '' } = params as { expression?: string };
      if (method === 'Runtime.evaluate' && expression.includes('akpushInspector') && !isComplete)
        return { result: { value: null } };
      return obedient(source, method, params);
    });
    open();
    await untilState('attached');
    attach('one', script, true);
    await vi.waitFor(() =>
      expect(methods('one')).toContain('Debugger.setInstrumentationBreakpoint'),
    );
    expect(evaluated()).toHaveLength(1);
    isComplete = true;
    api.onEvent.fire({ tabId: tab, sessionId: 'one' }, 'Debugger.paused', {});
    await vi.waitFor(() => expect(methods('one')).toContain('Debugger.disable'));
    load();
    await vi.waitFor(() => expect(statuses().at(-1)?.workers[0]?.scope).toBe(scope));
  });

  it('of somebody else is named, and nothing is put into it', async () => {
    open();
    await untilState('attached');
    attach('one', 'https://shop.test/other.js', true);
    load();
    await vi.waitFor(() =>
      expect(statuses().at(-1)?.workers[0]).toMatchObject({ scope, isOwn: false }),
    );
    expect(methods('one')).not.toContain('Runtime.addBinding');
    expect(methods('one')).toContain('Runtime.runIfWaitingForDebugger');
  });

  it('that is stopped is let go of, so that its next start is seen from its first line', async () => {
    open();
    await untilState('attached');
    attach();
    load();
    await vi.waitFor(() => expect(statuses().at(-1)?.workers[0]?.scope).toBe(scope));
    api.onEvent.fire({ tabId: tab, sessionId: 'one' }, 'Inspector.targetCrashed', {});
    await vi.waitFor(() => expect(statuses().at(-1)?.workers[0]?.isRunning).toBe(false));
    expect(told).toContainEqual({
      t: 'q',
      m: 'seen',
      a: [expect.objectContaining({ scope, signal: { what: 'stopped', at: expect.any(Number) } })],
    });
    expect(methods(undefined)).toContain('Target.detachFromTarget');
    attach('two');
    load('two');
    await vi.waitFor(() =>
      expect(statuses().at(-1)?.workers).toEqual([{ scope, script, isOwn: true, isRunning: true }]),
    );
  });

  it('tells by its own binding only', async () => {
    open();
    await untilState('attached');
    attach();
    load();
    await vi.waitFor(() => expect(statuses().at(-1)?.workers[0]?.scope).toBe(scope));
    const added = api.sent.find(({ method }) => method === 'Runtime.addBinding');
    const { name } = (added as { params: object }).params as { name: string };
    const payload = JSON.stringify({ what: 'event', event: 1, type: 'push', at: 5, data: 'x' });
    const say = (by: string, text: string) =>
      api.onEvent.fire({ tabId: tab, sessionId: 'one' }, 'Runtime.bindingCalled', {
        name: by,
        payload: text,
      });
    say('another', payload);
    say(name, 'nonsense');
    say(name, payload);
    await vi.waitFor(() => expect(told.filter(({ m }) => m === 'seen')).toHaveLength(1));
    expect(isClaimed(targetKey('target-one'))).toBe(false);
  });

  it('that says very much before it is known which it is fills nothing', async () => {
    open();
    await untilState('attached');
    attach();
    await vi.waitFor(() => expect(methods('one')).toContain('Runtime.addBinding'));
    for (let count = 0; count < 20_000; count++)
      api.onEvent.fire({ tabId: tab, sessionId: 'one' }, 'Runtime.consoleAPICalled', {
        type: 'log',
        args: [],
        timestamp: Date.now() + 1_000,
      });
    load();
    await vi.waitFor(() => expect(statuses().at(-1)?.workers[0]?.scope).toBe(scope));
    expect(told.filter(({ m }) => m === 'seen')).toHaveLength(5_000);
  });

  it('gets the watcher again when that has gone by itself', async () => {
    vi.useFakeTimers();
    let isThere = true;
    use((source, method, params) =>
      method === 'Runtime.callFunctionOn' && !isThere
        ? { result: { value: false } }
        : obedient(source, method, params),
    );
    open();
    await vi.advanceTimersByTimeAsync(1);
    attach();
    await vi.advanceTimersByTimeAsync(4_100);
    expect(methods('one').filter((each) => each === 'Runtime.addBinding')).toHaveLength(1);
    isThere = false;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(methods('one').filter((each) => each === 'Runtime.addBinding')).toHaveLength(2);
  });
});

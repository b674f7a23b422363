import type { DebuggerSource } from '../../entrypoints/background/hold-target';
import type { RealmSignal } from '../../lib/injected/realm-signal';
import { createFakeDebugger } from '../support/fake-debugger';
import type { World } from './world';

export const scope = 'https://shop.test/';
export const script = 'https://shop.test/service-worker.js?browser=Chrome';

interface Session {
  source: DebuggerSource;
  /** Whether the browser tells of what is evaluated there. */
  bindings: Set<string>;
}

interface Observer {
  binding: string;
  /** When it goes by itself, in steady time. */
  until: number;
}

/** The SDK's worker and Chromium's debugger, which tells of it whoever has asked. `tell` brings an event to the background. */
export const createWorker = (
  world: World,
  /** In the page's world; a page that has crashed does not answer. */
  evaluate: (text: string) => unknown,
  tell: (source: DebuggerSource, method: string, params: object) => void,
) => {
  const { clock } = world;
  let isRunning = true;
  /** It waits before its first line for whoever has asked for that. */
  let isWaiting = false;
  let isAutoAttached = false;
  let sessions = new Map<string, Session>();
  let observers = new Map<string, Observer>();
  let last = 0;
  let events = 0;
  /** What waits for the worker to go on. */
  let held: (() => void)[] = [];
  const nameOf = ({ tabId, targetId, sessionId }: DebuggerSource): string =>
    sessionId ?? targetId ?? `tab ${tabId}`;
  const toAll = (method: string, params: object): void => {
    for (const { source } of sessions.values()) tell(source, method, params);
  };
  const load = (): void => {
    isWaiting = false;
    toAll('Inspector.workerScriptLoaded', {});
    for (const act of held.splice(0)) act();
  };
  const join = (source: DebuggerSource): void => {
    sessions.set(nameOf(source), { source, bindings: new Set() });
  };
  const attachByTab = (tabId: number): void => {
    const sessionId = `session ${++last}`;
    join({ tabId, sessionId });
    tell({ tabId }, 'Target.attachedToTarget', {
      sessionId,
      targetInfo: { targetId: 'worker', type: 'service_worker', url: script },
      waitingForDebugger: isWaiting,
    });
  };
  const expire = (): void => {
    for (const [handle, { until }] of observers)
      if (clock.steady() >= until) observers.delete(handle);
  };
  const emit = (signal: RealmSignal): void => {
    expire();
    for (const { binding } of observers.values())
      for (const { source, bindings } of sessions.values())
        if (bindings.has(binding))
          tell(source, 'Runtime.bindingCalled', {
            name: binding,
            payload: JSON.stringify(signal),
          });
  };
  const handle = async (isSent: boolean): Promise<void> => {
    const event = ++events;
    const at = (): number => clock.now();
    const owner = { isEnded: false };
    emit({ what: 'event', event, type: 'push', at: at(), data: 'hi', ...(isSent && { isSent }) });
    emit({ what: 'wait', event, wait: 0, at: at(), status: 'pending' });
    await new Promise<void>((done) => clock.of(owner).setTimeout(done, 40));
    emit({ what: 'wait', event, wait: 0, at: at(), status: 'fulfilled' });
    emit({ what: 'end', event, at: at(), before: [], notifications: [] });
  };
  let tabId = 0;
  const answer = (source: DebuggerSource, method: string, params: object): unknown => {
    const given = params as Record<string, unknown>;
    if (method === 'Target.setAutoAttach') {
      tabId = source.tabId ?? 0;
      isAutoAttached = given.autoAttach === true;
      if (isAutoAttached && isRunning) attachByTab(tabId);
      return {};
    }
    if (method === 'Target.detachFromTarget') {
      sessions.delete(`${given.sessionId}`);
      tell(source, 'Target.detachedFromTarget', given);
      return {};
    }
    if (source.tabId !== undefined && source.sessionId === undefined)
      return Promise.resolve(evaluate(`${given.expression}`)).then((value) => ({
        result: { value },
      }));
    const session = sessions.get(nameOf(source));
    if (!session || !isRunning) return new Promise(() => {});
    if (method === 'Runtime.runIfWaitingForDebugger') {
      if (isWaiting) load();
      return {};
    }
    if (method === 'Inspector.enable' && !isWaiting)
      tell(session.source, 'Inspector.workerScriptLoaded', {});
    if (method === 'Runtime.addBinding') session.bindings.add(`${given.name}`);
    if (method === 'Runtime.evaluate') {
      const expression = `${given.expression}`;
      if (!expression.includes('akpush-inspector.js')) {
        const act = (): unknown => ({
          result: { value: expression.includes('active') ? `${scope} true` : scope },
        });
        return isWaiting ? new Promise((done) => held.push(() => done(act()))) : act();
      }
      const [, binding = '', lease] =
        /\("(akpushInspector\w+)",(\d+)/.exec(expression.replaceAll('\\"', '"')) ?? [];
      const objectId = `observer ${++last}`;
      observers.set(objectId, { binding, until: clock.steady() + Number(lease) });
      return { result: { objectId } };
    }
    if (method !== 'Runtime.callFunctionOn') return {};
    expire();
    const observer = observers.get(`${given.objectId}`);
    const asked = `${given.functionDeclaration}`;
    if (asked.includes('this.stop')) {
      observers.delete(`${given.objectId}`);
      return { result: { value: 0 } };
    }
    if (asked.includes('this.renew')) {
      if (observer) observer.until = clock.steady() + 12_000;
      return { result: { value: observer !== undefined } };
    }
    return handle(true).then(() => ({ result: { value: null } }));
  };
  const api = createFakeDebugger(answer);
  api.targets = [{ id: 'worker', type: 'worker', url: script }];
  const { attach, detach } = api;
  /** Whoever lets go leaves nobody waiting; a worker that somebody has a session of its own with stays with it. */
  const leave = (target: DebuggerSource): void => {
    if (target.targetId) {
      sessions.delete(target.targetId);
      return;
    }
    isAutoAttached = false;
    sessions = new Map([...sessions].filter(([, { source }]) => source.sessionId === undefined));
    if (isWaiting && sessions.size === 0) load();
  };
  api.attach = async (target) => {
    await attach.call(api, target);
    if (target.targetId) join(target);
  };
  api.detach = async (target) => {
    await detach.call(api, target);
    leave(target);
  };
  return {
    place: world.begin('worker'),
    api,
    get isRunning() {
      return isRunning;
    },
    get isWaiting() {
      return isWaiting;
    },
    get isWrapped() {
      expire();
      return isRunning && observers.size > 0;
    },
    /** The browser stops it. */
    stop(): void {
      if (!isRunning) return;
      isRunning = false;
      observers = new Map();
      held = [];
      api.targets = [];
      toAll('Inspector.targetCrashed', {});
    },
    /** It waits, and nobody has asked for it. */
    hold(): void {
      isWaiting = true;
    },
    start(): void {
      if (isRunning) return;
      isRunning = true;
      isWaiting = isAutoAttached;
      api.targets = [{ id: 'worker', type: 'worker', url: script }];
      if (isAutoAttached) attachByTab(tabId);
    },
    /** A push comes from elsewhere. */
    push(): void {
      this.start();
      if (isWaiting) held.push(() => void handle(false));
      else void handle(false);
    },
    /** The browser ends what is attached by a tab: it is closed, or somebody has sent the debugger away. */
    end(tab: number, reason: string): void {
      if (!api.attached.has(tab)) return;
      leave({ tabId: tab });
      api.end(tab, reason);
    },
  };
};

export type Worker = ReturnType<typeof createWorker>;

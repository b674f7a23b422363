import browser from 'webextension-polyfill';
import type { FrameAddress } from '../../lib/protocol';
import type { WorkerAddress } from '../../lib/push/delivery';

/** The part of Chromium's debugger that workers need. */
interface Debugger {
  attach(target: { targetId: string }, version: string): Promise<void>;
  detach(target: { targetId: string }): Promise<void>;
  sendCommand(target: { targetId: string }, method: string, params?: object): Promise<unknown>;
  getTargets(): Promise<{ id: string; type: string; url: string }[]>;
  onEvent: {
    addListener(
      listener: (source: { targetId?: string }, method: string, params: unknown) => void,
    ): void;
    removeListener(
      listener: (source: { targetId?: string }, method: string, params: unknown) => void,
    ): void;
  };
}

/** Chromium's debugger; Firefox has none, and the polyfill does not know it. */
export const workerDebugger = (): Debugger | undefined =>
  (globalThis as { chrome?: { debugger?: Debugger } }).chrome?.debugger;

/** A worker that is attached to. */
export interface WorkerTarget {
  /** Whether it had to be started. */
  wasStopped: boolean;
  /** Rejects when the browser does not answer in time: a worker that was stopped never does. */
  send<T = unknown>(method: string, params?: object, patience?: number): Promise<T>;
  listen(onEvent: (method: string, params: unknown) => void): void;
  detach(): Promise<void>;
}

const commandPatience = 10_000;
const wakePatience = 5_000;

const late = (what: string, time: number): Promise<never> =>
  new Promise((_resolve, reject) =>
    setTimeout(
      () => reject(new Error(`The worker did not answer to ${what} in ${time} ms.`)),
      time,
    ),
  );

/** Runs in the isolated world: a message starts a worker that is stopped. */
const wake = async (scope: string): Promise<boolean> => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  const registration = registrations.find((each) => each.scope === scope);
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  worker?.postMessage({ type: 'akpush-inspector:wake' });
  return worker !== undefined;
};

/** Targets that somebody of this extension is at work in: there is one such session for each. */
const busy = new Set<string>();
const idlers: (() => void)[] = [];
const free = (id: string): void => {
  busy.delete(id);
  for (const wake of idlers.splice(0)) wake();
};

/** Whether a job of the panel's is being done in a target. */
export const isBusy = (id: string): boolean => busy.has(id);

/** Resolves when no job is being done in a target. */
export const whenIdle = async (id: string): Promise<void> => {
  while (busy.has(id)) await new Promise<void>((resolve) => idlers.push(resolve));
};

const open = async (api: Debugger, id: string, wasStopped: boolean): Promise<WorkerTarget> => {
  if (busy.has(id)) throw new Error('The panel is at work in this worker already.');
  busy.add(id);
  const target = { targetId: id };
  const listeners: Parameters<Debugger['onEvent']['addListener']>[0][] = [];
  try {
    await Promise.race([api.attach(target, '1.3'), late('attach', commandPatience)]);
  } catch (error) {
    free(id);
    throw error;
  }
  return {
    wasStopped,
    send: <T>(method: string, params: object = {}, patience = commandPatience) =>
      Promise.race([api.sendCommand(target, method, params) as Promise<T>, late(method, patience)]),
    listen(onEvent) {
      const listener: (typeof listeners)[number] = (source, method, params) => {
        if (source.targetId === id) onEvent(method, params);
      };
      listeners.push(listener);
      api.onEvent.addListener(listener);
    },
    async detach() {
      for (const listener of listeners) api.onEvent.removeListener(listener);
      free(id);
      await api.detach(target).catch(() => {});
    },
  };
};

/** Whether a target is the active worker of the registration: one script can serve several, and have two versions. */
const isWanted = async (target: WorkerTarget, scope: string): Promise<boolean> => {
  const loaded = new Promise<void>((resolve) =>
    target.listen((method) => {
      if (method === 'Inspector.workerScriptLoaded') resolve();
    }),
  );
  await target.send('Inspector.enable');
  const ask = async (): Promise<unknown> => {
    const { result } = await target.send<{ result?: { value?: unknown } }>('Runtime.evaluate', {
      expression:
        "self.registration && self.registration.scope + ' ' + (self.registration.active === self.serviceWorker)",
      returnByValue: true,
    });
    return result?.value;
  };
  let told = await ask();
  if (!told) {
    // It has not run its script: somebody's debugger holds it at its start, the panel's own perhaps.
    await Promise.race([loaded, late('its script', wakePatience)]);
    told = await ask();
  }
  return told === `${scope} true`;
};

/** Starts the registration's active worker, if it is stopped, and attaches to it. Rejects with an Error that says why it cannot. */
export const attachWorker = async (
  { tab, frame }: FrameAddress,
  { scriptURL, scope }: WorkerAddress,
): Promise<WorkerTarget> => {
  const api = workerDebugger();
  if (!api) throw new Error('This browser lets no extension into a service worker.');
  const tried = new Set<string>();
  const find = async (wasStopped: boolean): Promise<WorkerTarget | undefined> => {
    for (const { id, type, url } of await api.getTargets()) {
      if (type !== 'worker' || url !== scriptURL || tried.has(id)) continue;
      tried.add(id);
      const target = await open(api, id, wasStopped);
      try {
        if (await isWanted(target, scope)) return target;
      } catch (error) {
        await target.detach();
        throw error;
      }
      await target.detach();
    }
    return undefined;
  };
  const running = await find(false);
  if (running) return running;
  const [woken] = await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    func: wake,
    args: [scope],
  });
  if (woken?.result !== true) throw new Error('The registration has no worker any more.');
  const end = Date.now() + wakePatience;
  while (Date.now() < end) {
    const started = await find(true);
    if (started) return started;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The worker did not start within ${wakePatience / 1000} s.`);
};

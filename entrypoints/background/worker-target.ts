import browser from 'webextension-polyfill';
import { wakeWorker } from '../../lib/injected/wake-worker';
import type { WorkerAddress } from '../../lib/protocol/delivery';
import type { FrameAddress } from '../../lib/protocol/page';
import {
  type BrowserDebugger,
  browserDebugger,
  type DebuggerListener,
  type DetachListener,
} from './browser-debugger';
import { type HeldTarget, holdTarget } from './hold-target';
import { inTime } from './in-time';

/** A worker that is attached to. */
export interface WorkerTarget {
  /** Whether it had to be started. */
  wasStopped: boolean;
  /** Rejects when the browser does not answer in time, with `TargetGone` when the worker is stopped meanwhile. */
  send<T = unknown>(method: string, params?: object, timeoutMs?: number): Promise<T>;
  listen(onEvent: (method: string, params: unknown) => void): void;
  detach(): Promise<void>;
}

const commandPatience = 10_000;
const wakePatience = 5_000;

/** How long a job waits for an earlier one in the same worker, milliseconds. */
const queuePatience = 35_000;

/** The worker, or the way into it, has gone in the middle of a job: `WorkerStopped`, or `WatchEnded` when the user has ended the debugging. */
class TargetGone extends Error {
  constructor(reason: string) {
    super(
      reason === 'canceled_by_user'
        ? 'The debugging was ended in the browser.'
        : 'The worker was stopped.',
    );
    this.name = reason === 'canceled_by_user' ? 'WatchEnded' : 'WorkerStopped';
  }
}

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

const open = async (
  api: BrowserDebugger,
  id: string,
  wasStopped: boolean,
): Promise<WorkerTarget> => {
  if (busy.has(id)) throw new Error('The panel is at work in this worker already.');
  busy.add(id);
  const target = { targetId: id };
  let onDetach: DetachListener = () => {};
  const listeners: DebuggerListener[] = [];
  const gone = new Promise<never>((_resolve, reject) => {
    onDetach = (source, reason) => {
      if (source.targetId === id) reject(new TargetGone(reason));
    };
    // A worker that is stopped leaves its target behind, for the next time that it is started.
    listeners.push((source, method) => {
      if (source.targetId === id && method === 'Inspector.targetCrashed')
        reject(new TargetGone(method));
    });
  });
  for (const listener of listeners) api.onEvent.addListener(listener);
  const forget = () => {
    for (const listener of listeners) api.onEvent.removeListener(listener);
    api.onDetach.removeListener(onDetach);
  };
  // Nobody may be waiting for an answer when it goes.
  gone.catch(() => {});
  api.onDetach.addListener(onDetach);
  const holding = holdTarget(api, target);
  let held: HeldTarget;
  try {
    held = await inTime(holding, 'attach', commandPatience);
  } catch (error) {
    forget();
    // It may still come: then it is let go of, before anybody attaches again.
    void holding
      .then(
        (late) => late.detach(),
        () => {},
      )
      .then(() => free(id));
    throw error;
  }
  return {
    wasStopped,
    send: <T>(method: string, params: object = {}, timeoutMs = commandPatience) =>
      inTime(
        Promise.race([api.sendCommand(target, method, params) as Promise<T>, gone]),
        method,
        timeoutMs,
      ),
    listen(onEvent) {
      const listener: DebuggerListener = (source, method, params) => {
        if (source.targetId === id) onEvent(method, params);
      };
      listeners.push(listener);
      api.onEvent.addListener(listener);
    },
    async detach() {
      forget();
      await held.detach();
      free(id);
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
    await inTime(loaded, 'its script', wakePatience);
    told = await ask();
  }
  return told === `${scope} true`;
};

/** Starts the registration's active worker, if it is stopped, and attaches to it. Rejects with an Error that says why it cannot. */
export const attachWorker = async (
  { tab, frame }: FrameAddress,
  { scriptURL, scope }: WorkerAddress,
): Promise<WorkerTarget> => {
  const api = browserDebugger();
  if (!api) throw new Error('This browser lets no extension into a service worker.');
  const tried = new Set<string>();
  const find = async (wasStopped: boolean): Promise<WorkerTarget | undefined> => {
    for (const { id, type, url } of await api.getTargets()) {
      if (type !== 'worker' || url !== scriptURL || tried.has(id)) continue;
      if (busy.has(id)) {
        // One after the other: an earlier push is still looked at.
        await inTime(whenIdle(id), 'an earlier push', queuePatience);
        return find(wasStopped);
      }
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
    func: wakeWorker,
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

import browser from 'webextension-polyfill';
import { wakeWorker } from '../../lib/injected/wake-worker';
import type { WorkerAddress } from '../../lib/protocol/delivery';
import type { FrameAddress } from '../../lib/protocol/page';
import { claim, isClaimed, targetKey, whenFree } from './claims';
import { type DebuggerSession, openSession } from './debugger-session';
import { browserDebugger } from './hold-target';
import { inTime } from './in-time';

/** A worker that is attached to, for one job at a time. */
export interface AttachedWorker {
  session: DebuggerSession;
  /** Whether it had to be started. */
  wasStopped: boolean;
  detach(): Promise<void>;
}

const wakeTimeoutMs = 5_000;

/** How long a job waits for an earlier one in the same worker, milliseconds. */
const queueTimeoutMs = 35_000;

const open = async (id: string, wasStopped: boolean): Promise<AttachedWorker> => {
  const release = claim(targetKey(id));
  try {
    const session = await openSession({ targetId: id });
    return {
      session,
      wasStopped,
      async detach() {
        await session.detach();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
};

/** Whether a target is the active worker of the registration: one script can serve several, and have two versions. */
const isWanted = async (session: DebuggerSession, scope: string): Promise<boolean> => {
  const loaded = new Promise<void>((resolve) =>
    session.on('Inspector.workerScriptLoaded', resolve),
  );
  await session.send('Inspector.enable');
  const ask = async (): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression:
        "self.registration && self.registration.scope + ' ' + (self.registration.active === self.serviceWorker)",
      returnByValue: true,
    });
    return result?.value;
  };
  let told = await ask();
  if (!told) {
    // It has not run its script: somebody's debugger holds it at its start, the panel's own perhaps.
    await inTime(loaded, 'its script', wakeTimeoutMs);
    told = await ask();
  }
  return told === `${scope} true`;
};

/** Starts the registration's active worker, if it is stopped, and attaches to it. Rejects with an Error that says why it cannot. */
export const attachWorker = async (
  { tab, frame }: FrameAddress,
  { scriptURL, scope }: WorkerAddress,
): Promise<AttachedWorker> => {
  const api = browserDebugger();
  if (!api) throw new Error('This browser lets no extension into a service worker.');
  const tried = new Set<string>();
  const find = async (wasStopped: boolean): Promise<AttachedWorker | undefined> => {
    for (const { id, type, url } of await api.getTargets()) {
      if (type !== 'worker' || url !== scriptURL || tried.has(id)) continue;
      const key = targetKey(id);
      if (isClaimed(key)) {
        // One after the other: an earlier push is still looked at.
        await inTime(whenFree(key), 'an earlier push', queueTimeoutMs);
        return find(wasStopped);
      }
      tried.add(id);
      const worker = await open(id, wasStopped);
      try {
        if (await isWanted(worker.session, scope)) return worker;
      } catch (error) {
        await worker.detach();
        throw error;
      }
      await worker.detach();
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
  const end = Date.now() + wakeTimeoutMs;
  while (Date.now() < end) {
    const started = await find(true);
    if (started) return started;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The worker did not start within ${wakeTimeoutMs / 1000} s.`);
};

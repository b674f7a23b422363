import browser from 'webextension-polyfill';
import { type OwnErrorName, ownErrors } from '../../lib/model/own-error';
import { inTime } from './in-time';

/** What is attached to: a tab, a worker by its target, or one that a tab has brought, by its session. */
export interface DebuggerSource {
  tabId?: number | undefined;
  targetId?: string | undefined;
  sessionId?: string | undefined;
}

export type DebuggerListener = (source: DebuggerSource, method: string, params: unknown) => void;
export type DetachListener = (source: DebuggerSource, reason: string) => void;

/** The part of Chromium's debugger that is used. */
export interface BrowserDebugger {
  attach(target: DebuggerSource, version: string): Promise<void>;
  detach(target: DebuggerSource): Promise<void>;
  sendCommand(target: DebuggerSource, method: string, params?: object): Promise<unknown>;
  getTargets(): Promise<{ id: string; type: string; url: string }[]>;
  onEvent: {
    addListener(each: DebuggerListener): void;
    removeListener(each: DebuggerListener): void;
  };
  onDetach: { addListener(each: DetachListener): void; removeListener(each: DetachListener): void };
}

/** Chromium's debugger; `undefined` in Firefox, which has none. The polyfill does not know it. */
export const browserDebugger = (): BrowserDebugger | undefined =>
  (globalThis as { chrome?: { debugger?: BrowserDebugger } }).chrome?.debugger;

/** A tab or a worker that is attached to. */
export interface HeldTarget {
  /** Lets go, once; of one that the browser has let go of nothing is left to do. */
  detach(): Promise<void>;
}

/** Where it is remembered what is attached to. It is gone with the browser, and with this copy of the extension: both let go of everything. */
const place = 'attached';

const timeoutMs = 5_000;

/** One for each that is attached to, or is about to be. */
const held = new Set<DebuggerSource>();

const remember = (): Promise<void> => browser.storage.session.set({ [place]: [...held] });

/**
 * Ends an attachment that a background has left behind. A worker that was started again meanwhile waits for whoever is attached to it, also when
 * that goes. One that is at work does not bear the word: what it waits for then never comes.
 */
const detachLeft = async (api: BrowserDebugger, target: DebuggerSource): Promise<void> => {
  if (target.targetId !== undefined)
    api.sendCommand(target, 'Runtime.runIfWaitingForDebugger', {}).catch(() => {});
  await api.detach(target);
};

/** Lets go of what a background held that the browser has ended: an attachment outlives it. */
const release = async (api: BrowserDebugger): Promise<void> => {
  const { [place]: left } = await browser.storage.session.get(place);
  if (!Array.isArray(left)) return;
  const letGo = async (target: DebuggerSource): Promise<void> => {
    // Nothing new is to be held; it is not waited for, as a tab that has crashed gives no answer.
    if (target.tabId !== undefined)
      api
        .sendCommand(target, 'Target.setAutoAttach', {
          autoAttach: false,
          waitForDebuggerOnStart: false,
          flatten: true,
        })
        .catch(() => {});
    await inTime(detachLeft(api, target), 'detach', timeoutMs).catch(() => {});
  };
  await Promise.all((left as DebuggerSource[]).map(letGo));
  await browser.storage.session.remove(place);
};

let released: Promise<void> | undefined;

/** Lets go of all that the last background held, before anything else is attached to. Called in the first turn of each start. */
export const releaseTargets = (): void => {
  const api = browserDebugger();
  if (!api) return;
  // What happens in something attached starts a background that was ended: a worker that waits for the debugger does not wait for nobody.
  api.onEvent.addListener(() => {});
  released = release(api).catch(() => {});
};

/** How Chromium says that it keeps the debugger from a target: its host is a policy's, another extension has a frame in it, or it is the store's. */
const refusal = /^Cannot (?:attach to this target|access)\b|cannot be scripted/;

const ownFailure = (name: OwnErrorName): Error =>
  Object.assign(new Error(browser.i18n.getMessage(ownErrors[name])), { name });

const attach = async (api: BrowserDebugger, target: DebuggerSource): Promise<void> => {
  const version = '1.3';
  try {
    await api.attach(target, version);
  } catch (error) {
    const { message } = error as Error;
    if (/restricted by policy/i.test(message)) throw ownFailure('DebuggerByPolicy');
    if (refusal.test(message)) throw ownFailure('DebuggerRefused');
    if (!/already attached/i.test(message)) throw error;
    // The browser lets an extension detach only what is its own: left behind by a background that has ended.
    await detachLeft(api, target).catch(() => {
      throw ownFailure('DebuggerElsewhere');
    });
    await api.attach(target, version);
  }
};

/** Attaches to a tab or a worker. It is remembered before, so that it is let go of even if the browser ends the background at any moment. */
export const holdTarget = async (
  api: BrowserDebugger,
  target: DebuggerSource,
): Promise<HeldTarget> => {
  await released;
  // An object of its own: the same target can be attached to again while it is being let go.
  const mark = { ...target };
  const forget = async (): Promise<void> => {
    api.onDetach.removeListener(onDetach);
    if (held.delete(mark)) await remember().catch(() => {});
  };
  const onDetach = ({ tabId, targetId, sessionId }: DebuggerSource): void => {
    if (sessionId === undefined && tabId === target.tabId && targetId === target.targetId)
      void forget();
  };
  held.add(mark);
  try {
    await remember();
    await attach(api, target);
    api.onDetach.addListener(onDetach);
  } catch (error) {
    await forget();
    throw error;
  }
  const leave = async (): Promise<void> => {
    if (!held.has(mark)) return;
    api.onDetach.removeListener(onDetach);
    await api.detach(target).catch(() => {});
    await forget();
  };
  let left: Promise<void> | undefined;
  return {
    detach() {
      left ??= leave();
      return left;
    },
  };
};

import { browserDebugger, type DebuggerListener, type DetachListener } from './browser-debugger';
import { type HeldTarget, holdTarget } from './hold-target';
import { inTime } from './in-time';

/** A tab that is attached to. */
export interface TabTarget {
  /** Sends to the tab, or to a session of one of its workers. Rejects when there is no answer in time: a worker that was stopped never gives one. */
  send<T = unknown>(
    method: string,
    params?: object,
    options?: { session?: string; timeoutMs?: number },
  ): Promise<T>;
  /** `session`: of a worker; `undefined`: the tab's own. */
  listen(onEvent: (session: string | undefined, method: string, params: unknown) => void): void;
  /** Called once, when the browser or the user has ended it: `canceled_by_user`, `target_closed`. */
  onEnded(listener: (reason: string) => void): void;
  detach(): Promise<void>;
}

const commandPatience = 10_000;

/** How many of this extension hold a tab: the browser lets it attach once. */
const holders = new Map<number, { count: number; attached: Promise<HeldTarget> }>();
/** Tabs that are being let go: until then the browser takes them for attached. */
const leaving = new Map<number, Promise<void>>();

/** Attaches to a tab; several may at the same time. Rejects with an Error that says why it cannot. */
export const attachTab = async (tabId: number): Promise<TabTarget> => {
  const api = browserDebugger();
  if (!api) throw new Error('This browser gives extensions no debugger.');
  const target = { tabId };
  const held = holders.get(tabId) ?? {
    count: 0,
    attached: Promise.resolve(leaving.get(tabId)).then(() => holdTarget(api, target)),
  };
  holders.set(tabId, held);
  held.count++;
  let isHeld = true;
  const leave = (): Promise<void> => {
    const left = held.attached.then(
      (each) => each.detach(),
      () => {},
    );
    leaving.set(tabId, left);
    return left.finally(() => {
      if (leaving.get(tabId) === left) leaving.delete(tabId);
    });
  };
  const letGo = (): boolean => {
    if (!isHeld) return false;
    isHeld = false;
    if (--held.count > 0) return false;
    if (holders.get(tabId) === held) holders.delete(tabId);
    return true;
  };
  try {
    await inTime(held.attached, 'attach', commandPatience);
  } catch (error) {
    // It may still come: then it is let go of, before anybody attaches again.
    if (letGo()) void leave();
    throw error;
  }
  let hear: DebuggerListener | undefined;
  let ended: ((reason: string) => void) | undefined;
  const onDetach: DetachListener = (source, reason) => {
    if (source.tabId !== tabId || source.sessionId !== undefined) return;
    if (holders.get(tabId) === held) holders.delete(tabId);
    isHeld = false;
    forget();
    ended?.(reason);
  };
  const forget = () => {
    api.onDetach.removeListener(onDetach);
    if (hear) api.onEvent.removeListener(hear);
  };
  api.onDetach.addListener(onDetach);
  return {
    send: <T>(
      method: string,
      params: object = {},
      { session, timeoutMs = commandPatience }: { session?: string; timeoutMs?: number } = {},
    ) => {
      const source = session === undefined ? target : { tabId, sessionId: session };
      return inTime(api.sendCommand(source, method, params) as Promise<T>, method, timeoutMs);
    },
    listen(onEvent) {
      hear = (source, method, params) => {
        if (source.tabId === tabId) onEvent(source.sessionId, method, params);
      };
      api.onEvent.addListener(hear);
    },
    onEnded(listener) {
      ended = listener;
    },
    async detach() {
      forget();
      if (letGo()) await leave();
    },
  };
};

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

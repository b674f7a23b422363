import { createFakeEvent } from './fake-event';

interface Source {
  tabId?: number;
  sessionId?: string;
}

/** What a test decides of the debugger: an answer to a command, or none with a promise that stays. */
export type Answer = (source: Source, method: string, params: object) => unknown;

/** Chromium's debugger: the tabs that are attached to, and what was sent to them. */
export const createFakeDebugger = (answer: Answer = () => ({})) => {
  const attached = new Set<number>();
  const sent: { session: string | undefined; method: string; params: object }[] = [];
  const onEvent = createFakeEvent<[Source, string, unknown]>();
  const onDetach = createFakeEvent<[Source, string]>();
  return {
    attached,
    sent,
    onEvent,
    onDetach,
    async attach({ tabId = -1 }: Source) {
      if (attached.has(tabId)) throw new Error(`Another debugger is already attached to ${tabId}.`);
      attached.add(tabId);
    },
    async detach({ tabId = -1 }: Source) {
      if (!attached.delete(tabId)) throw new Error('Debugger is not attached.');
    },
    async sendCommand(source: Source, method: string, params: object = {}) {
      sent.push({ session: source.sessionId, method, params });
      return answer(source, method, params);
    },
    getTargets: async () => [],
    /** The browser ends it, as by its bar's button. */
    end(tabId: number, reason: string) {
      attached.delete(tabId);
      onDetach.fire({ tabId }, reason);
    },
  };
};

import type { DebuggerSource as Source } from '../../entrypoints/background/hold-target';
import { createFakeEvent } from './fake-event';

/** What a test decides of the debugger: an answer to a command, or none with a promise that stays. */
export type Answer = (source: Source, method: string, params: object) => unknown;

/** Chromium's debugger: what is attached to (tabs by number, workers by text), and what was sent. */
export const createFakeDebugger = (answer: Answer = () => ({})) => {
  const attached = new Set<number | string>();
  /** Held by somebody else, who keeps others out. */
  const elsewhere = new Set<number | string>();
  const sent: { session: string | undefined; method: string; params: object }[] = [];
  const onEvent = createFakeEvent<[Source, string, unknown]>();
  const onDetach = createFakeEvent<[Source, string]>();
  const nameOf = ({ tabId, targetId = '' }: Source) => tabId ?? targetId;
  return {
    attached,
    elsewhere,
    sent,
    targets: [] as { id: string; type: string; url: string }[],
    onEvent,
    onDetach,
    async attach(target: Source) {
      const name = nameOf(target);
      if (attached.has(name) || elsewhere.has(name))
        throw new Error(
          `Another debugger is already attached to the ${target.tabId === undefined ? 'target' : 'tab'} with id: ${name}.`,
        );
      attached.add(name);
    },
    async detach(target: Source) {
      const name = nameOf(target);
      if (!attached.delete(name)) throw new Error(`Debugger is not attached to ${name}.`);
    },
    async sendCommand(source: Source, method: string, params: object = {}) {
      if (!attached.has(nameOf(source))) throw new Error('Debugger is not attached.');
      sent.push({ session: source.sessionId, method, params });
      return answer(source, method, params);
    },
    async getTargets() {
      return this.targets;
    },
    /** The browser ends it, as by its bar's button. */
    end(tabId: number, reason: string) {
      attached.delete(tabId);
      onDetach.fire({ tabId }, reason);
    },
  };
};

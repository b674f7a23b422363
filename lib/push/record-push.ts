import type { MadeOf } from '../model/entry';
import { recordedError } from '../model/own-error';
import type { SessionChange } from '../session/session-change';
import { hasFailed } from './has-failed';
import type { Trace } from './live-log';

/** A push as it begins. */
export type BegunPush = Omit<MadeOf<'push'>, 'status' | 'time' | 'kind'>;

/**
 * Puts a push into a session while it is under way, and again with what came of it. `ref`: unique in the tab. `act` sends it. Rejects as that does,
 * when the session has it.
 */
export const recordPush = async (
  onChange: (change: SessionChange) => void,
  ref: string,
  push: BegunPush,
  act: () => Promise<Trace>,
): Promise<void> => {
  const base = { ...push, kind: 'push' as const, time: Date.now() };
  const begin = performance.now();
  onChange({ type: 'push', push: { ref, push: { ...base, status: 'pending' }, steps: [] } });
  const end = ({ steps, problem, toHandler }: Trace): void => {
    const isBroken = problem !== undefined || hasFailed(push.name, steps, false);
    const detail = {
      ...base.detail,
      ...(toHandler !== undefined && { result: { toHandler: Math.round(toHandler) } }),
      ...(problem && { error: problem }),
    };
    const status = isBroken ? 'failed' : 'ok';
    const ended = { ...base, detail, status, duration: performance.now() - begin } as const;
    onChange({ type: 'push', push: { ref, push: ended, steps } });
  };
  try {
    end(await act());
  } catch (thrown) {
    end({ steps: [], problem: recordedError(thrown as Error) });
    throw thrown;
  }
};

import type { Encoded } from '../model/encoded-value';
import type { NameOf } from '../model/entry';
import { newRef } from '../model/new-ref';
import { recordedError } from '../model/own-error';
import type { SessionChange } from './session-change';

/** Does something to the page and puts it into the timeline, with what came of it. Rejects as `act` does. */
export const recordAction = async <T>(
  onChange: (change: SessionChange) => void,
  name: NameOf<'action'>,
  target: Encoded,
  act: () => Promise<T>,
): Promise<T> => {
  const action = { ref: newRef(), name, time: Date.now(), detail: { target } };
  const begin = performance.now();
  onChange({ type: 'action', action: { ...action, status: 'pending' } });
  const duration = () => performance.now() - begin;
  try {
    const result = await act();
    const said = typeof result === 'string' ? { result } : {};
    const detail = { target, ...said };
    onChange({
      type: 'action',
      action: { ...action, status: 'ok', duration: duration(), detail },
    });
    return result;
  } catch (thrown) {
    const detail = { target, error: recordedError(thrown as Error) };
    onChange({
      type: 'action',
      action: { ...action, status: 'failed', duration: duration(), detail },
    });
    throw thrown;
  }
};

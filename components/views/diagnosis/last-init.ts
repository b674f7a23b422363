import type { CallActions } from '../../../lib/calls/call-actions';
import { recordedCall } from '../../../lib/calls/recorded-call';
import { subscribing } from '../../../lib/diagnosis/ask-outcome';
import type { Session } from '../../../lib/model/session';
import type { LastInit } from './FindingFixes';

/**
 * The last call that subscribed, as it can be made again; `undefined`: there was none, or not all of its arguments are known. `instance`: a global
 * variable with the page's instance; empty: a new one is made.
 */
export const lastInitOf = (
  { entries, state }: Session,
  calls: CallActions,
  instance: string,
): LastInit | undefined => {
  const last = entries.findLast(
    ({ kind, name }) => kind === 'call' && subscribing.some((method) => method === name),
  );
  const recorded = last && recordedCall(last);
  if (!recorded?.isWhole) return undefined;
  const { method, args } = recorded.call;
  const isAsked = state?.value.permission.notification === 'default';
  const mode = isAsked ? (calls.hasGesture ? 'gesture' : 'click') : 'plain';
  return {
    isClickNeeded: mode === 'click',
    text: `${method}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`,
    run: async () => (await calls.run({ ...recorded.call, instance }, mode)) !== null,
  };
};

import type { MethodName } from '../lib/akpush/methods';
import type { Json } from '../lib/model/json';
import { phrase } from '../lib/model/phrase';
import { CouldNotCheck } from './could-not-check';
import type { ReachedPage } from './reach-page';
import { pageInstance, runJob } from './scenarios/run-job';

type Reached = Pick<ReachedPage, 'byGesture'>;

/** Calls a method of the page's SDK, by the page's instance where it has one. `undefined` arguments are not given. Ends when the call has begun. */
export const callSdk = async (
  reached: Reached,
  method: MethodName,
  args: readonly (Json | undefined)[],
): Promise<void> => {
  const instance = await pageInstance(reached);
  const answer = await runJob(reached, {
    type: 'call',
    method,
    args: args.map((each) => each ?? null),
    given: args.map((each) => each !== undefined),
    instance,
    config: null,
    hasConfig: false,
  });
  if ('failed' in answer)
    throw new CouldNotCheck(phrase('checkCallFailed', method, answer.failed.message));
};

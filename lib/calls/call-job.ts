import type { MethodName } from '../akpush/methods';
import type { PageJob } from '../injected/page-job';
import { jobMarker } from '../model/job-marker';
import type { SessionEntry } from '../model/session';
import type { ReadyCall } from './call-draft';

/** A call as the job that makes it in the page's own world. */
export const callJob = ({
  method,
  args,
  instance,
  config,
}: ReadyCall): Extract<PageJob, { type: 'call' }> => ({
  type: 'call',
  method,
  args: args.map((arg) => arg ?? null),
  given: args.map((arg) => arg !== undefined),
  instance,
  config: config ?? null,
  hasConfig: config !== undefined,
});

/** Whether an entry is the call that a job has made: the page may make the same one at the same time. */
export const isCallOfJob = (
  method: MethodName,
  { kind, name, stack }: Pick<SessionEntry, 'kind' | 'name' | 'stack'>,
): boolean => kind === 'call' && name === method && (!stack || stack.includes(jobMarker));

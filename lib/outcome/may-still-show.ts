import type { SessionEntry } from '../model/session';
import { entriesOf } from './call-context';

/** How long a push service and a worker may take for a push that was accepted, in milliseconds: what comes later is not expected. */
const mayShowFor = 120_000;

/** Whether a notification of a push before `at` may still come: the push service has taken it, and none was seen. `steps`: its effects. */
export const mayStillShow = (
  push: SessionEntry,
  steps: readonly SessionEntry[],
  at: number,
): boolean =>
  push.kind === 'push' &&
  push.name === 'push' &&
  push.time < at &&
  at - push.time < mayShowFor &&
  entriesOf(steps, 'worker-step', 'push-service').some(({ status }) => status === 'ok') &&
  !entriesOf(steps, 'worker-step', 'showNotification').some(({ status }) => status === 'ok');

import type { RegistrationState } from '../model/page-state';
import type { Session } from '../model/session';

/** Since when a registration of the shown document is as `is` says, in each reading up to the last; `undefined` when it is not so now. */
export const heldSince = (
  { readings, state }: Session,
  is: (registration: RegistrationState) => boolean,
): number | undefined => {
  const since = readings.findLastIndex(
    ({ document, value }) =>
      document !== state?.document ||
      !('ok' in value.workers) ||
      !value.workers.ok.registrations.some(is),
  );
  return readings[since + 1]?.from;
};

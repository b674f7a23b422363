import type { SessionState } from '../../../lib/model/session';
import { useSessionNow } from '../../shell/use-session-now';
import { useIsBefore } from '../../ui/use-is-before';

/** How long a reading counts as live without another, milliseconds. */
const liveFor = 4_000;

/** The last reading of the state, `null` before the first, and whether the page is still read. Whoever asks is drawn again with each reading. */
export const useReading = (): { state: SessionState | null; isLive: boolean } => {
  const { state, connection } = useSessionNow();
  const isFresh = useIsBefore((state?.readAt ?? 0) + liveFor);
  return { state, isLive: connection !== 'unreachable' && isFresh };
};

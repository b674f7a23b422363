import { message } from '../../../lib/i18n/message';
import { formatDuration } from '../../../lib/text/format-duration';
import { formatSeconds } from '../../../lib/text/format-time';
import { useWorkspace } from '../../shell/workspace';
import { useReading } from './use-reading';

interface FreshnessProps {
  origin: string;
  onRetry(): void;
}

/** When the state was read, and whether it is still read: what is old is said to be old in words, its colours stay. */
export function Freshness({ origin, onRetry }: FreshnessProps) {
  const { page, session } = useWorkspace();
  const isFile = page === undefined;
  const isUnreachable = session.connection === 'unreachable';
  const { state, isLive } = useReading();
  if (!state) return null;
  const time = formatSeconds(state.readAt);
  return (
    <>
      {!isLive && !isFile && (
        // That nothing was read for a while is no news; that the page cannot be reached is.
        <div
          class="banner"
          role={isUnreachable ? 'status' : undefined}
          data-notice={isUnreachable ? 'stale' : 'old'}
        >
          <p>{message(isUnreachable ? 'stateOld' : 'stateReadBefore', time)}</p>
          <button type="button" class="button" data-action="retry" onClick={onRetry}>
            {message('retry')}
          </button>
        </div>
      )}
      <p class="freshness">
        <span class="freshness-origin">{origin}</span>
        {isLive && !isFile && (
          <span class="connection-state connection-connected">{message('stateLive')}</span>
        )}
        <span class="none">{message('readAt', time, formatDuration(state.value.took))}</span>
      </p>
    </>
  );
}

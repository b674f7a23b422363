import { useContext } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import type { SessionState } from '../../lib/model/session';
import { formatDuration } from '../../lib/text/format-duration';
import { formatTime } from '../../lib/timeline/format-time';
import { ReadOnly } from '../read-only';

interface FreshnessProps {
  state: SessionState;
  isLive: boolean;
  origin: string;
  onRetry(): void;
}

/** When the state was read, and whether it is still read. */
export function Freshness({ state, isLive, origin, onRetry }: FreshnessProps) {
  const isFile = useContext(ReadOnly);
  const time = formatTime(state.readAt, 0, 'absolute').slice(0, 8);
  return (
    <header class="freshness">
      <span class="freshness-origin">{origin}</span>
      {!isFile && (
        <span
          role="status"
          class={`connection-state connection-${isLive ? 'connected' : 'unreachable'}`}
        >
          {message(isLive ? 'stateLive' : 'stateStale')}
        </span>
      )}
      <span class="none">{message('readAt', time, formatDuration(state.value.took))}</span>
      {!isLive && !isFile && (
        <button type="button" class="button" onClick={onRetry}>
          {message('retry')}
        </button>
      )}
    </header>
  );
}

import { formatNumber } from '../../lib/i18n/format-number';
import { message } from '../../lib/i18n/message';
import type { RecordAnswer } from '../../lib/protocol/recording';
import { useNow } from '../state/use-now';

interface RecordingNoteProps {
  recording: NonNullable<RecordAnswer>;
  onTryAgain(): void;
  onSaveFile(): void;
  onSessions(): void;
}

const clock = (since: number, now: number): string => {
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** What is recorded now, or what became of it. */
export function RecordingNote({
  recording,
  onTryAgain,
  onSaveFile,
  onSessions,
}: RecordingNoteProps) {
  const now = useNow();
  const { state, since, entries, lost } = recording;
  const missing = lost > 0 && (
    <span data-lost={lost}>{message('recordLost', formatNumber(lost))}</span>
  );
  const button = (action: string, label: string, run: () => void) => (
    <button type="button" class="button" data-action={action} onClick={run}>
      {label}
    </button>
  );
  if (state === 'failed')
    return (
      <div role="alert" data-failed={entries}>
        <p class="error-text">
          {message('recordNotKept', formatNumber(entries), recording.failed)} {missing}
        </p>
        <div class="popup-buttons">
          {button('try-again', message('recordTryAgain'), onTryAgain)}
          {button('save-recording', message('recordSaveFile'), onSaveFile)}
        </div>
      </div>
    );
  if (state === 'kept')
    return recording.name === undefined ? (
      <p role="status" data-kept="0">
        {message('recordNothing')}
      </p>
    ) : (
      <div role="status" data-kept={entries}>
        <p>
          {message(
            'recordKept',
            recording.name,
            clock(since, recording.until),
            formatNumber(entries),
          )}{' '}
          {missing}
        </p>
        {button('open-kept', message('recordOpen'), onSessions)}
      </div>
    );
  if (state === 'ending') return <p role="status">{message('recordEnding')}</p>;
  return (
    <>
      <p role="status" data-recording={entries}>
        {message('recordNow', clock(since, now), formatNumber(entries))} {missing}
      </p>
      {recording.problem !== undefined && (
        <p class="error-text" role="alert">
          {message('recordUnkept', recording.problem)}
        </p>
      )}
    </>
  );
}

import { formatNumber } from '../../lib/i18n/format-number';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import type { RecordAnswer } from '../../lib/protocol/recording';
import { useNow } from '../ui/use-now';

interface RecordingNoteProps {
  recording: NonNullable<RecordAnswer>;
  onStop(): void;
  onTryAgain(): void;
  onSaveFile(): void;
  /** About one that was kept: it is shown, saved without secrets, copied as a report. */
  onOpen(): void;
  onExport(): void;
  onCopyReport(): void;
}

const clock = (since: number, now: number): string => {
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** What is recorded now, in a bar that cannot be overlooked; or what came of it, and what can be done with it. */
export function RecordingNote({ recording, ...props }: RecordingNoteProps) {
  const now = useNow();
  const { state, since, entries, lost } = recording;
  const missing = lost > 0 && (
    <span data-lost={lost}>{message('recordLost', formatNumber(lost))}</span>
  );
  const button = (action: string, label: string, run: () => void, isOff = false) => (
    <button type="button" class="button" data-action={action} disabled={isOff} onClick={run}>
      {label}
    </button>
  );
  if (state === 'failed')
    return (
      <div class="popup-note" role="alert" data-failed={entries}>
        <p class="error-text">
          {message('recordNotKept', formatNumber(entries), recording.failed)} {missing}
        </p>
        <div class="popup-buttons">
          {button('try-again', message('recordTryAgain'), props.onTryAgain)}
          {button('save-recording', message('recordSaveFile'), props.onSaveFile)}
        </div>
      </div>
    );
  if (state === 'kept')
    return recording.name === undefined ? (
      <p class="popup-note" role="status" data-kept="0">
        {message('recordNothing')}
      </p>
    ) : (
      <div class="popup-note" role="status" data-kept={entries}>
        <p>
          {plural('recordSaved', entries, recording.name)} {missing}
        </p>
        <div class="popup-buttons">
          {button('open-kept', message('recordOpen'), props.onOpen)}
          {button('export-kept', message('recordExport'), props.onExport)}
          {button('copy-kept', message('popupReport'), props.onCopyReport)}
        </div>
      </div>
    );
  const isEnding = state === 'ending';
  return (
    <div class="popup-note">
      <div class="popup-bar" data-recording={entries}>
        <p>
          <b>
            <span aria-hidden="true">●</span>{' '}
            {isEnding ? message('recordEnding') : message('recordTime', clock(since, now))}
          </b>{' '}
          <span class="popup-count">{plural('recordEntries', entries)}</span> {missing}
        </p>
        {button('stop-recording', message('recordStop'), props.onStop, isEnding)}
      </div>
      {recording.problem !== undefined && (
        <p class="error-text" role="alert">
          {message('recordUnkept', recording.problem)}
        </p>
      )}
      {!isEnding && <p class="none">{message('recordGoesOn')}</p>}
      <p class="visually-hidden" role="status">
        {message(isEnding ? 'recordEnding' : 'recording')}
      </p>
    </div>
  );
}

import { type ChangeCause, causeOfChange } from '../../../lib/facts/cause-of-change';
import { type MessageKey, message } from '../../../lib/i18n/message';
import type { SessionEntry } from '../../../lib/model/session';
import type { StoredChange } from '../../../lib/model/stored-change';
import { formatTime } from '../../../lib/text/format-time';
import { maskSecret } from '../../../lib/text/mask-secret';

interface HistoryListProps {
  changes: readonly StoredChange[];
  entries: readonly SessionEntry[];
}

const causes: Record<ChangeCause, MessageKey> = {
  call: 'causeCall',
  'page-load': 'causePageLoad',
  elsewhere: 'causeElsewhere',
  you: 'causeYou',
};

const shorten = (text: string | null): string =>
  text === null ? message('none') : maskSecret(text);

/** The changes of the SDK's stored values that were seen, the newest first, with what they came from. */
export function HistoryList({ changes, entries }: HistoryListProps) {
  if (changes.length === 0) return <p class="none">{message('historyNothing')}</p>;
  return (
    <ol class="history" data-history>
      {changes.toReversed().map((change) => {
        const { cause, entry } = causeOfChange(change, entries);
        return (
          <li key={change.id} data-cause={cause}>
            <time>{formatTime(change.at, 0, 'absolute')}</time> <b>{change.where}</b>{' '}
            <code>
              {shorten(change.before)} → {shorten(change.after)}
            </code>{' '}
            <span class="none">
              {message(causes[cause])}
              {entry && `: ${entry.name}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

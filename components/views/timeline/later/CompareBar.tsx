import { message } from '../../../../lib/i18n/message';
import type { SessionEntry } from '../../../../lib/model/session';
import { entryNumber } from '../../../../lib/text/entry-number';
import { IconButton } from '../../../ui/IconButton';

interface CompareBarProps {
  first: SessionEntry;
  second: SessionEntry | undefined;
  onCompare(): void;
  onCancel(): void;
}

const nameOf = (entry: SessionEntry): string => `${entryNumber(entry)} ${entry.name}`;

/** Says what is being compared, and how to go on or to end it. */
export function CompareBar({ first, second, onCompare, onCancel }: CompareBarProps) {
  return (
    <div class="toolbar compare-bar" role="status" data-comparing={second ? 2 : 1}>
      <span>
        {second
          ? message('comparingBoth', nameOf(first), nameOf(second))
          : message('comparing', nameOf(first))}
      </span>
      {second ? (
        <button type="button" class="button" data-action="compare" onClick={onCompare}>
          {message('compareNow')}
        </button>
      ) : (
        <span class="none">{message('comparingHelp')}</span>
      )}
      <IconButton
        icon="close"
        action="cancel-compare"
        label={message('compareCancel')}
        onClick={onCancel}
      />
    </div>
  );
}

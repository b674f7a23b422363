import { message } from '../../../lib/i18n/message';
import { plural } from '../../../lib/i18n/plural';

interface StateToolsProps {
  filter: string;
  /** How many facts the filter shows. */
  found: number;
  onFilter(filter: string): void;
  onCopyAll(): void;
}

/** What is done with the whole view: filtering, copying. */
export function StateTools({ filter, found, onFilter, onCopyAll }: StateToolsProps) {
  return (
    <div class="state-tools">
      <input
        class="field"
        type="search"
        name="state-filter"
        aria-label={message('stateFilter')}
        placeholder={message('stateFilter')}
        value={filter}
        onInput={(event) => onFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter === '') return;
          event.preventDefault();
          event.stopPropagation();
          onFilter('');
        }}
      />
      <span class="none" role="status" data-found={filter === '' ? undefined : found}>
        {filter !== '' && plural('factsFound', found)}
      </span>
      <button type="button" class="button" data-action="copy-state" onClick={onCopyAll}>
        {message('copyAll')}
      </button>
    </div>
  );
}

import type { RefObject } from 'preact';
import { message } from '../lib/i18n/message';
import type { FilterProblem } from '../lib/timeline/filter';
import { shortcutText } from './shortcut';

interface FilterBoxProps {
  text: string;
  problem: FilterProblem | null;
  input: RefObject<HTMLInputElement | null>;
  onText(text: string): void;
}

const problemText = (problem: FilterProblem): string => {
  if (problem.problem === 'invalid') return message('filterInvalid', problem.reason);
  return message(problem.problem === 'slow' ? 'filterSlow' : 'filterExplosive');
};

/** Where the list's filter is typed. */
export function FilterBox({ text, problem, input, onText }: FilterBoxProps) {
  return (
    <div class="filter">
      <input
        ref={input}
        type="search"
        value={text}
        placeholder={message('filterPlaceholder')}
        aria-label={message('filterLabel')}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'filter-problem' : undefined}
        title={`${message('filterHelp')} (${shortcutText('find')})`}
        spellcheck={false}
        autocomplete="off"
        maxLength={1000}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !text) return;
          // Else DevTools opens its drawer.
          event.preventDefault();
          event.stopPropagation();
          onText('');
        }}
      />
      {problem && (
        <p id="filter-problem" class="filter-problem" role="status">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}

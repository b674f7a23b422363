import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import type { FilterProblem } from '../../../lib/timeline/filter';
import { shortcutText } from '../../ui/shortcut';

interface FilterBoxProps {
  text: string;
  problem: FilterProblem | null;
  input: RefObject<HTMLInputElement | null>;
  onText(text: string): void;
  /** What can be typed; absent at first. */
  terms: ComponentChildren;
}

const problemText = (problem: FilterProblem): string => {
  if (problem.problem === 'invalid') return message('filterInvalid', problem.reason);
  return message(problem.problem === 'slow' ? 'filterSlow' : 'filterExplosive');
};

/** Where the list's filter is typed. */
export function FilterBox({ text, problem, input, onText, terms }: FilterBoxProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears where the focus goes
    <div
      class="filter"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setIsOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || (event.target === input.current && text)) return;
        event.preventDefault();
        event.stopPropagation();
        input.current?.focus();
        setIsOpen(false);
      }}
    >
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
        onFocus={() => setIsOpen(!text)}
        onClick={() => setIsOpen(true)}
        onInput={(event) => {
          setIsOpen(false);
          onText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setIsOpen(true);
          if (event.key !== 'Escape' || !text) return;
          // Else DevTools opens its drawer.
          event.preventDefault();
          event.stopPropagation();
          onText('');
        }}
      />
      {isOpen && terms}
      {problem && (
        <p id="filter-problem" class="filter-problem" role="status">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}

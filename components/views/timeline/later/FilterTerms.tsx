import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../../lib/i18n/format-number';
import { message } from '../../../../lib/i18n/message';
import type { Annotation, SessionEntry, SessionPage } from '../../../../lib/model/session';
import { frameOf } from '../../../../lib/model/shown-frame';
import type { Outcomes } from '../../../../lib/outcome/outcomes';
import { signOf } from '../../../../lib/outcome/sign-of';
import { hasFilterTerm, toggleFilterTerm } from '../../../../lib/timeline/filter-term';
import { filterSyntax, filterTerms } from '../../../../lib/timeline/filter-terms';

interface FilterTermsProps {
  entries: readonly SessionEntry[];
  pages: readonly SessionPage[];
  remarks: Readonly<Record<string, Annotation>>;
  outcomes: Outcomes;
  text: string;
  onText(text: string): void;
}

/** The most entries whose outcomes are asked for here: of more, no `outcome:` is offered, for its count would be wrong. */
const mostAsked = 1_000;

/** What the filter can be told, with how much each term finds: a click adds it or takes it out. */
export function FilterTerms({ entries, pages, remarks, outcomes, text, onText }: FilterTermsProps) {
  const terms = useMemo(
    () =>
      filterTerms(
        entries,
        remarks,
        (entry) => (entries.length > mostAsked ? undefined : signOf(entry, outcomes.of(entry))),
        pages.some(({ frame }) => frame !== 0) ? (entry) => frameOf({ pages }, entry) : undefined,
      ),
    [entries, pages, remarks, outcomes],
  );
  return (
    <fieldset class="filter-terms" data-filter-terms={terms.length}>
      <legend class="visually-hidden">{message('filterTerms')}</legend>
      <div class="chips">
        {terms.map(({ term, count }) => (
          <button
            key={term}
            type="button"
            class="chip"
            data-term={term}
            aria-pressed={hasFilterTerm(text, term)}
            // The field keeps the focus where it was pressed by a pointer.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onText(toggleFilterTerm(text, term))}
          >
            {term} <span class="count">{formatNumber(count)}</span>
          </button>
        ))}
      </div>
      <p class="none">
        {message('filterSyntax')}{' '}
        {filterSyntax.map((each) => (
          <code key={each}>{each}</code>
        ))}
      </p>
    </fieldset>
  );
}

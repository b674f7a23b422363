// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { message } from '../../../lib/i18n/message';
import { type Column, columns } from '../../../lib/timeline/columns';
import { columnLabels } from './column-labels';

/** The names of the list's columns, until there is more to be done with them. */
export function ListHead({ hidden }: { hidden: readonly Column[] }) {
  return (
    <div role="rowgroup" class="grid-head">
      <div role="row" class="row row-head" aria-rowindex={1}>
        {columns
          .filter((each) => !hidden.includes(each))
          .map((column) => (
            <span key={column} role="columnheader" class={`cell cell-${column}`}>
              {column === 'sign' ? (
                <span class="visually-hidden">{message(columnLabels[column])}</span>
              ) : (
                message(columnLabels[column])
              )}
            </span>
          ))}
      </div>
    </div>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { type MessageKey, message } from '../lib/i18n/message';

const columns: readonly (readonly [string, MessageKey])[] = [
  ['time', 'columnTime'],
  ['kind', 'columnKind'],
  ['sign', 'columnSign'],
  ['name', 'columnName'],
  ['summary', 'columnSummary'],
  ['status', 'columnStatus'],
  ['duration', 'columnDuration'],
];

/** The names of the list's columns. */
export function ListHead() {
  return (
    <div role="rowgroup" class="grid-head">
      <div role="row" class="row row-head" aria-rowindex={1}>
        {columns.map(([column, key]) => (
          <span key={column} role="columnheader" class={`cell cell-${column}`}>
            {column === 'sign' ? <span class="visually-hidden">{message(key)}</span> : message(key)}
          </span>
        ))}
      </div>
    </div>
  );
}

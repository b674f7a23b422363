// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { message } from '../../../lib/i18n/message';
import { formatTime } from '../../../lib/text/format-time';
import type { PageRow as PageRowData } from '../../../lib/timeline/rows';
import { rowId } from './row-id';

interface PageRowProps {
  row: PageRowData;
  index: number;
  top: number;
  isSelected: boolean;
}

/** The line that begins a page. */
export function PageRow({ row, index, top, isSelected }: PageRowProps) {
  const { page, isReload } = row;
  const first = row.frame ? 'pageFrame' : 'pageFirst';
  const kind = isReload === null ? first : isReload ? 'pageReload' : 'pageNavigation';
  return (
    <div
      role="row"
      id={rowId(row.key)}
      class="row row-page"
      style={{ top: `${top}px` }}
      data-page={page.number}
      data-frame={row.frame}
      aria-level={1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
    >
      <span role="gridcell" class="cell cell-page" aria-colspan={7} title={page.url}>
        <span class="page-time">{formatTime(page.timeOrigin, 0, 'absolute')}</span>
        <span class="page-kind">{message(kind)}</span>
        <span class="page-url">{page.url}</span>
      </span>
    </div>
  );
}

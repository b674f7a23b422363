// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { message } from '../../../lib/i18n/message';
import type { Marker } from '../../../lib/model/session';
import { formatTime } from '../../../lib/text/format-time';
import { Icon } from '../../ui/Icon';
import { rowId } from './row-id';

interface MarkerRowProps {
  rowKey: string;
  moment: Marker;
  index: number;
  top: number;
  isSelected: boolean;
}

/** The line of a moment that somebody has marked. */
export function MarkerRow({ rowKey, moment, index, top, isSelected }: MarkerRowProps) {
  return (
    <div
      role="row"
      id={rowId(rowKey)}
      class="row row-moment"
      style={{ top: `${top}px` }}
      data-moment={moment.id}
      aria-level={1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
    >
      <span role="gridcell" class="cell cell-page" aria-colspan={7}>
        <span class="page-time">{formatTime(moment.at, 0, 'absolute')}</span>
        <Icon name="flag" /> <b>{moment.label || message('moment')}</b>
      </span>
    </div>
  );
}

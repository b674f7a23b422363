// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { ContractState } from '../../../lib/expectations/contracts';
import { formatNumber } from '../../../lib/i18n/format-number';
import { message } from '../../../lib/i18n/message';
import type { Annotation } from '../../../lib/model/session';
import type { Outcomes } from '../../../lib/outcome/outcomes';
import { columns as allColumns, type ColumnSettings } from '../../../lib/timeline/columns';
import type { Row } from '../../../lib/timeline/rows';
import type { Settings } from '../../../lib/timeline/settings';
import type { Sort } from '../../../lib/timeline/sort-rows';
import type { Bar } from '../../../lib/timeline/waterfall';
import type { Point } from '../../ui/ContextMenu';
import { Icon } from '../../ui/Icon';
import { useMedia } from '../../ui/use-media';
import { useVirtualRows } from '../../ui/use-virtual-rows';
import type { Comparison } from './comparison';
import { EntryRow } from './EntryRow';
import { ListHead } from './ListHead';
import { commandOfKey } from './list-key';
import { MarkerRow } from './MarkerRow';
import { PageRow } from './PageRow';
import { rowId } from './row-id';
import { useFollowEnd } from './use-follow-end';

interface TimelineListProps {
  grid: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  /** What they are sorted by; `null`: by time. */
  sort: Sort | null;
  selected: string | null;
  time: Settings['time'];
  outcomes: Outcomes;
  remarks: Readonly<Record<string, Annotation>>;
  columns: ColumnSettings;
  /** Entries that are being compared. */
  marked: Comparison | null;
  /** When a row was at work; absent at first. */
  barOf: ((index: number) => Bar | undefined) | undefined;
  /** The columns' names with what can be done with them; absent at first. */
  head: ComponentChildren;
  /** What the site's contract says of entries. */
  marks: ContractState['marks'] | undefined;
  onSelect(key: string): void;
  onOpen(key: string): void;
  onFold(key: string, isFolded: boolean): void;
  onMenu(key: string, at: Point): void;
  onBookmark(key: string): void;
  /** A row was chosen besides the one that is open. */
  onMark(key: string): void;
}

/** Must be what the style sheet says, for a mouse and for a finger. */
const heights = { fine: { row: 21, head: 22 }, coarse: { row: 44, head: 44 } };

/** The list of entries: only what is visible is in the document. */
export function TimelineList(props: TimelineListProps) {
  const { grid, rows, selected, time, outcomes, remarks, columns, marked } = props;
  const { onSelect, onOpen, onFold, onMenu } = props;
  const isCoarse = useMedia('(pointer: coarse)');
  const { row: rowHeight, head: headerHeight } = heights[isCoarse ? 'coarse' : 'fine'];
  const items = useVirtualRows(rows.length, rowHeight, grid);
  const { unseen, jumpToEnd } = useFollowEnd(grid, rows, rowHeight, props.sort);
  const isRendered = items.some(({ index }) => rows[index]?.key === selected);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that move do not pull the list along, only a new selection
  useLayoutEffect(() => {
    const list = grid.current;
    const index = rows.findIndex(({ key }) => key === selected);
    if (!list || index < 0) return;
    const top = index * rowHeight;
    const visible = list.clientHeight - headerHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + rowHeight > list.scrollTop + visible) {
      list.scrollTop = top + rowHeight - visible;
    }
  }, [selected]);

  const keyAt = (target: EventTarget | null): string | null => {
    const element = target instanceof Element ? target.closest('[role=row]') : null;
    const index = Number(element?.getAttribute('aria-rowindex')) - 2;
    return rows[index]?.key ?? null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && selected) {
      event.preventDefault();
      onOpen(selected);
      return;
    }
    if (event.key.toLowerCase() === 'b' && selected) {
      event.preventDefault();
      props.onBookmark(selected);
      return;
    }
    const pageSize = Math.floor(((grid.current?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1;
    const command = commandOfKey(event.key, rows, selected, Math.max(1, pageSize));
    if (!command) return;
    event.preventDefault();
    if (command.type === 'fold') onFold(command.key, command.isFolded);
    else onSelect(command.key);
  };

  const onContextMenu = (event: MouseEvent) => {
    // The keyboard's menu key comes from the grid: the menu belongs to the selected row.
    const key = keyAt(event.target) ?? selected;
    if (!key) return;
    event.preventDefault();
    onSelect(key);
    const box = document.getElementById(rowId(key))?.getBoundingClientRect();
    const isByKeyboard = keyAt(event.target) === null;
    onMenu(
      key,
      isByKeyboard && box
        ? { x: box.left + 24, y: box.bottom }
        : { x: event.clientX, y: event.clientY },
    );
  };

  return (
    <div class="list">
      <div
        ref={grid}
        class="grid"
        role="treegrid"
        tabIndex={0}
        aria-label={message('timeline')}
        aria-rowcount={rows.length + 1}
        aria-colcount={allColumns.length - columns.hidden.length}
        data-hidden-columns={columns.hidden.join(' ')}
        style={Object.fromEntries(
          Object.entries(columns.widths).map(([name, width]) => [`--w-${name}`, `${width}px`]),
        )}
        aria-activedescendant={selected && isRendered ? rowId(selected) : undefined}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onClick={(event) => {
          const key = keyAt(event.target);
          const row = rows.find((each) => each.key === key);
          // A finger needs more than the arrow: the sign beside it belongs to it.
          const handle = isCoarse ? '.twisty, .cell-sign' : '.twisty';
          const isOnTwisty = (event.target as Element).closest(handle) !== null;
          if (row?.type === 'entry' && row.isFolded !== null && isOnTwisty) {
            onFold(row.key, !row.isFolded);
          } else if (row && (event.ctrlKey || event.metaKey)) props.onMark(row.key);
          else if (row) onOpen(row.key);
        }}
      >
        {props.head || <ListHead hidden={columns.hidden} />}
        <div role="rowgroup" class="grid-body" style={{ height: `${rows.length * rowHeight}px` }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const place = { index, top: start, isSelected: row.key === selected };
            if (row.type === 'page') return <PageRow key={row.key} row={row} {...place} />;
            return row.type === 'moment' ? (
              <MarkerRow key={row.key} rowKey={row.key} moment={row.moment} {...place} />
            ) : (
              <EntryRow
                key={row.key}
                row={row}
                {...place}
                time={time}
                outcome={outcomes.of(row.entry)}
                remark={remarks[row.key]}
                bar={props.barOf?.(index)}
                isMarked={row.key === marked?.first || row.key === marked?.second}
                expected={props.marks?.get(row.key)}
              />
            );
          })}
        </div>
      </div>
      {unseen > 0 && (
        <button type="button" class="jump" onClick={jumpToEnd}>
          <Icon name="down" /> {message('newEntries', formatNumber(unseen))}
        </button>
      )}
    </div>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { formatNumber } from '../lib/i18n/format-number';
import { message } from '../lib/i18n/message';
import type { Annotation } from '../lib/model/session';
import type { Outcomes } from '../lib/outcome/outcomes';
import type { Row } from '../lib/timeline/rows';
import type { Settings } from '../lib/timeline/settings';
import type { Point } from './ContextMenu';
import { EntryRow } from './EntryRow';
import { Icon } from './Icon';
import { ListHead } from './ListHead';
import { commandOfKey } from './list-key';
import { MarkerRow } from './MarkerRow';
import { PageRow } from './PageRow';
import { rowId } from './row-id';
import { useFollowEnd } from './use-follow-end';
import { useVirtualRows } from './use-virtual-rows';

interface TimelineListProps {
  grid: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  selected: string | null;
  time: Settings['time'];
  outcomes: Outcomes;
  remarks: Readonly<Record<string, Annotation>>;
  onSelect(key: string): void;
  onOpen(key: string): void;
  onFold(key: string, isFolded: boolean): void;
  onMenu(key: string, at: Point): void;
  onBookmark(key: string): void;
}

/** Must be what the style sheet says. */
const rowHeight = 21;
const headerHeight = 22;

/** The list of entries: only what is visible is in the document. */
export function TimelineList(props: TimelineListProps) {
  const { grid, rows, selected, time, outcomes, remarks, onSelect, onOpen, onFold, onMenu } = props;
  const items = useVirtualRows(rows.length, rowHeight, grid);
  const { unseen, jumpToEnd } = useFollowEnd(grid, rows, rowHeight);
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
        aria-colcount={7}
        aria-activedescendant={selected && isRendered ? rowId(selected) : undefined}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onClick={(event) => {
          const key = keyAt(event.target);
          const row = rows.find((each) => each.key === key);
          const isOnTwisty = (event.target as Element).closest('.twisty') !== null;
          if (row?.type === 'entry' && row.isFolded !== null && isOnTwisty) {
            onFold(row.key, !row.isFolded);
          } else if (row) onOpen(row.key);
        }}
      >
        <ListHead />
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

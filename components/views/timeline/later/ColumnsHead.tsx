// biome-ignore-all lint/a11y/useSemanticElements: rows out of thousands, placed by position, are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons inside have the focus, one of them at a time
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../../../lib/i18n/message';
import {
  boundWidth,
  type Column,
  type ColumnSettings,
  columns,
  defaultColumns,
  hideableColumns,
  type SizedColumn,
  sizedColumns,
} from '../../../../lib/timeline/columns';
import { nextSort, type Sort } from '../../../../lib/timeline/sort-rows';
import { ContextMenu, type MenuItem, type Point } from '../../../ui/ContextMenu';
import { columnLabels } from '../column-labels';

interface ColumnsHeadProps {
  grid: RefObject<HTMLElement | null>;
  columns: ColumnSettings;
  sort: Sort | null;
  onColumns(next: ColumnSettings): void;
  onSort(next: Sort | null): void;
}

/** Pixels that a key moves a border by. */
const step = 8;

const isSized = (column: Column): column is SizedColumn =>
  (sizedColumns as readonly Column[]).includes(column);

/** A column grows to the side that the summary, which takes what is left, is not on. */
const growsLeft = (column: Column): boolean => column === 'status' || column === 'duration';

/**
 * The names of the list's columns: a click sorts, a border is dragged, a double click gives a width back, the menu hides and shows. By keys: Left and
 * Right go from name to name, with Shift they move the border, Enter sorts.
 */
export function ColumnsHead(props: ColumnsHeadProps) {
  const { grid, sort, onColumns, onSort } = props;
  const { hidden, widths } = props.columns;
  const [menu, setMenu] = useState<Point | null>(null);
  const shown = columns.filter((each) => !hidden.includes(each));
  const [focused, setFocused] = useState<Column>('name');
  const active = shown.includes(focused) ? focused : 'name';
  const cellOf = (column: Column) =>
    grid.current?.querySelector<HTMLElement>(`.row-head .cell-${column}`);
  const setWidth = (column: SizedColumn, width: number) =>
    onColumns({ hidden, widths: { ...widths, [column]: boundWidth(width) } });
  const resetWidth = (column: SizedColumn) => {
    const { [column]: _width, ...rest } = widths;
    grid.current?.style.removeProperty(`--w-${column}`);
    onColumns({ hidden, widths: rest });
  };

  const drag = (column: SizedColumn) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget as HTMLElement;
    const first = cellOf(column)?.getBoundingClientRect().width ?? 0;
    const widthAt = ({ clientX }: PointerEvent) =>
      boundWidth(first + (clientX - event.clientX) * (growsLeft(column) ? -1 : 1));
    const move = (moved: PointerEvent) =>
      grid.current?.style.setProperty(`--w-${column}`, `${widthAt(moved)}px`);
    const end = (ended: PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      if (ended.type === 'pointerup' && ended.clientX !== event.clientX)
        setWidth(column, widthAt(ended));
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end, { once: true });
    handle.addEventListener('pointercancel', end, { once: true });
  };

  const onKeyDown = (column: Column) => (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    // The list's own keys are not meant here.
    if (!['Tab', 'Escape'].includes(event.key) && !event.ctrlKey && !event.metaKey)
      event.stopPropagation();
    if (by === undefined) return;
    event.preventDefault();
    if (event.shiftKey) {
      if (isSized(column))
        setWidth(column, (cellOf(column)?.getBoundingClientRect().width ?? 0) + by * step);
      return;
    }
    // Those that a narrow list leaves out are passed over.
    const there = shown.filter((each) => {
      const cell = cellOf(each);
      return cell && getComputedStyle(cell).display !== 'none';
    });
    const next = there[(there.indexOf(column) + by + there.length) % there.length] as Column;
    setFocused(next);
    cellOf(next)?.querySelector('button')?.focus();
  };

  const items = (): MenuItem[] => [
    ...hideableColumns.map((each) => ({
      label: message(columnLabels[each]),
      isChecked: !hidden.includes(each),
      run: () =>
        onColumns({
          widths,
          hidden: hidden.includes(each)
            ? hidden.filter((other) => other !== each)
            : [...hidden, each],
        }),
    })),
    {
      label: message('resetColumns'),
      begins: true,
      run: () => {
        for (const each of sizedColumns) grid.current?.style.removeProperty(`--w-${each}`);
        onColumns(defaultColumns);
        onSort(null);
      },
    },
  ];

  return (
    <div role="rowgroup" class="grid-head">
      <div
        role="row"
        class="row row-head"
        aria-rowindex={1}
        onContextMenu={(event) => {
          event.preventDefault();
          event.stopPropagation();
          const box = (event.target as Element).getBoundingClientRect();
          const isByKey = event.clientX === 0 && event.clientY === 0;
          setMenu(
            isByKey ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY },
          );
        }}
      >
        {shown.map((column) => {
          const isSorted = sort?.column === column;
          return (
            <span
              key={column}
              role="columnheader"
              class={`cell cell-${column}`}
              aria-sort={isSorted ? (sort.isDown ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                class="head-button"
                data-sort={column}
                title={message('columnHelp')}
                tabIndex={column === active ? 0 : -1}
                onFocus={() => setFocused(column)}
                onClick={(event) => {
                  event.stopPropagation();
                  onSort(nextSort(sort, column));
                }}
                onKeyDown={onKeyDown(column)}
              >
                {column === 'sign' ? (
                  <span class="visually-hidden">{message(columnLabels[column])}</span>
                ) : (
                  message(columnLabels[column])
                )}
                {isSorted && <span aria-hidden="true">{sort.isDown ? '▾' : '▴'}</span>}
              </button>
              {isSized(column) && (
                // biome-ignore lint/a11y/noStaticElementInteractions: keys do the same on the button beside it
                <span
                  class={`column-grip ${growsLeft(column) ? 'column-grip-left' : ''}`}
                  data-grip={column}
                  onPointerDown={drag(column)}
                  onDblClick={() => resetWidth(column)}
                />
              )}
            </span>
          );
        })}
      </div>
      {menu && (
        <ContextMenu
          label={message('columnsLabel')}
          items={items()}
          at={menu}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

/** The list's columns, in their order. */
export const columns = ['time', 'kind', 'sign', 'name', 'summary', 'status', 'duration'] as const;
export type Column = (typeof columns)[number];

/** What a user may take away: a row without its name would say nothing. */
export const hideableColumns = ['time', 'kind', 'summary', 'status', 'duration'] as const;

/** What has a width of its own; the summary takes what is left. */
export const sizedColumns = ['time', 'kind', 'name', 'status', 'duration'] as const;
export type SizedColumn = (typeof sizedColumns)[number];

/** Least and most width of a column, CSS pixels. */
export const widthBounds = { least: 32, most: 900 } as const;

/** How the columns were left. */
export interface ColumnSettings {
  hidden: readonly Column[];
  /** CSS pixels; a column that is not named has its own width. */
  widths: Readonly<Partial<Record<SizedColumn, number>>>;
}

/** All columns, as wide as they are at first. */
export const defaultColumns: ColumnSettings = { hidden: [], widths: {} };

/** A width within its bounds, whole pixels. */
export const boundWidth = (width: number): number =>
  Math.round(Math.max(widthBounds.least, Math.min(widthBounds.most, width)));

/** Columns from what was stored: what cannot be understood is as at first. */
export const readColumns = (stored: unknown): ColumnSettings => {
  if (typeof stored !== 'object' || stored === null) return defaultColumns;
  const { hidden, widths } = stored as Record<string, unknown>;
  const held = (typeof widths === 'object' && widths !== null ? widths : {}) as Record<
    string,
    unknown
  >;
  return {
    hidden: Array.isArray(hidden) ? hideableColumns.filter((each) => hidden.includes(each)) : [],
    widths: Object.fromEntries(
      sizedColumns.flatMap((each) => {
        const width = held[each];
        return typeof width === 'number' && Number.isFinite(width)
          ? [[each, boundWidth(width)]]
          : [];
      }),
    ),
  };
};

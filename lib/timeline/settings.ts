import { type ShownKind, shownKinds } from '../model/kinds';
import { type ColumnSettings, defaultColumns, readColumns } from './columns';
import { type Grouping, groupings } from './rows';

/** What the panel remembers of how it was left. */
export interface Settings {
  /** Keep the entries of earlier pages when the tab navigates. */
  preserveLog: boolean;
  /** The filter's text. */
  filter: string;
  /** Kinds that are switched off. */
  hiddenKinds: readonly ShownKind[];
  /** Clock time, or time since the page began to load. */
  time: 'absolute' | 'relative';
  /** The list's share of the width, and of the height when the details lie below it. */
  split: number;
  splitBelow: number;
  /** How entries are grouped. */
  grouping: Grouping;
  /** Whether the picture of the session is shown. */
  overview: boolean;
  /** Which columns the list has, and how wide they are. */
  columns: ColumnSettings;
  /** Days that sessions are kept; 0: until somebody deletes them. */
  keepDays: number;
  /** Sections of the State view that were folded (`true`) or opened by hand. */
  folded: Readonly<Record<string, boolean>>;
  /** Whether the script of the SDK's worker is read by itself. */
  readScripts: boolean;
}

/** What a new user sees. */
export const defaultSettings: Settings = {
  preserveLog: false,
  filter: '',
  hiddenKinds: [],
  time: 'absolute',
  split: 0.55,
  splitBelow: 0.45,
  grouping: 'call',
  overview: false,
  columns: defaultColumns,
  keepDays: 0,
  folded: {},
  readScripts: true,
};

/** Bounds of a split: neither part can be dragged away. */
export const splitBounds = { least: 0.2, most: 0.8 } as const;

const readShare = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= splitBounds.least && value <= splitBounds.most
    ? value
    : otherwise;

const readFolded = (value: unknown): Settings['folded'] =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {})
      .filter((each): each is [string, boolean] => typeof each[1] === 'boolean')
      .slice(0, 20),
  );

/** Settings from what was stored, by this version or another: what cannot be understood is the default. */
export const readSettings = (stored: unknown): Settings => {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const {
    preserveLog,
    filter,
    hiddenKinds,
    time,
    split,
    splitBelow,
    keepDays,
    grouping,
    overview,
    folded,
    columns,
    readScripts,
  } = stored as Record<string, unknown>;
  return {
    preserveLog: preserveLog === true,
    filter: typeof filter === 'string' ? filter.slice(0, 1000) : defaultSettings.filter,
    hiddenKinds: Array.isArray(hiddenKinds)
      ? shownKinds.filter((kind) => hiddenKinds.includes(kind))
      : defaultSettings.hiddenKinds,
    time: time === 'relative' ? 'relative' : 'absolute',
    split: readShare(split, defaultSettings.split),
    splitBelow: readShare(splitBelow, defaultSettings.splitBelow),
    grouping: groupings.find((each) => each === grouping) ?? defaultSettings.grouping,
    overview: overview === true,
    columns: readColumns(columns),
    keepDays: [7, 30, 90].find((days) => days === keepDays) ?? defaultSettings.keepDays,
    folded: readFolded(folded),
    readScripts: readScripts !== false,
  };
};

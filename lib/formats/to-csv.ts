import { oneLine } from '../model/one-line';
import type { Session, SessionEntry } from '../model/session';
import type { Outcomes } from '../outcome/outcomes';
import { summarize } from '../text/summary';

const columns = [
  'time',
  'page',
  'id',
  'kind',
  'name',
  'status',
  'http',
  'ms',
  'outcome',
  'summary',
  'url',
  'frame',
];

/**
 * Where a cell may begin in a text: at its start, and after whatever may be the separator of whoever opens the file (`;` in many languages), when what
 * follows would be a formula, behind spaces, quotes or what is not seen too; wide forms are formulas in some languages. Also a quote after a separator
 * that is not ours, and the quote at the end of a field: it would take the lines that follow into its cell.
 */
const cellStart =
  /(^|[,;|\t])(?=(?:[^\S\t]|["\u200c\u200d])*[=+\-@＝＋－＠﹦﹢﹣﹫−])|([;|\t])(?=[^\S\t]*(?:"|$))/g;

/** A separator at the start: it gets an apostrophe of its own, before what follows it is looked at. */
const firstSeparator = /^(?=[\t|])/;

/**
 * A field of CSV (RFC 4180) on one line. What spreadsheets take for a formula gets an apostrophe in front, as OWASP advises: what a page says must
 * not run in the spreadsheet of whoever opens it.
 */
const field = (value: string | number | undefined): string => {
  if (typeof value === 'number') return String(value);
  const safe = oneLine(value ?? '')
    .replace(firstSeparator, "'")
    .replace(cellStart, "$1$2'");
  return /[",;|\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const httpOf = (entry: SessionEntry): number | undefined =>
  entry.kind === 'request' ? entry.detail.httpStatus : undefined;

/** The entries as CSV, one a line, with a byte order mark so that spreadsheets read UTF-8. */
export const toCsv = ({ pages, entries }: Session, outcomes: Outcomes): string => {
  const frames = new Map(pages.map(({ number, frame }) => [number, frame]));
  const lines = entries.map((entry) =>
    [
      new Date(entry.time).toISOString(),
      entry.page,
      entry.id || undefined,
      entry.kind,
      entry.name,
      entry.status,
      httpOf(entry),
      entry.duration === undefined ? undefined : Math.round(entry.duration * 10) / 10,
      outcomes.of(entry)?.id,
      summarize(entry),
      entry.url,
      frames.get(entry.page) ?? 0,
    ]
      .map(field)
      .join(','),
  );
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
};

import { oneLine } from '../lib/model/one-line';

/** A row of the panel as it is printed. */
export interface TimelineRow {
  time: string;
  kind: string;
  name: string;
  status: string;
  duration: string;
}

const columns = ['time', 'kind', 'name', 'status', 'duration'] as const;

/** The rows as a text table with a heading. What a page says starts no command of a terminal. */
export const timelineTable = (rows: readonly TimelineRow[]): string => {
  const lines = [
    columns.map(String),
    ...rows.map((row) => columns.map((column) => oneLine(row[column]))),
  ];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const format = (line: string[]) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...rest] = lines;
  return [
    format(head),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rest.map(format),
  ].join('\n');
};

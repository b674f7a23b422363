import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run';

/** A measured thing. Without a goal it is there to be read. */
export interface Line {
  what: string;
  value: number;
  unit: string;
  /** Half the width of the median's 95 % interval. */
  noise?: number;
  /** The most that `value` may be. */
  goal?: number;
  /** The goal in words, when it is no plain number. */
  goalText?: string;
  note?: string;
}

const format = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);

/** Whether the line's goal is met; a line without a goal always is. */
export const isMet = ({ value, goal }: Line): boolean => goal === undefined || value <= goal;

/** The lines as a text table with the goal of each, and whether it is met. */
export const reportTable = (lines: readonly Line[]): string => {
  const rows = lines.map((line) => [
    line.what,
    `${format(line.value)}${line.noise === undefined ? '' : ` ±${format(line.noise)}`} ${line.unit}`,
    line.goalText ?? (line.goal === undefined ? '' : `<= ${format(line.goal)}`),
    line.goal === undefined ? '' : isMet(line) ? 'pass' : 'MISS',
    line.note ?? '',
  ]);
  const all = [['what', 'median', 'goal', '', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
    .map((row) => row.trimEnd())
    .join('\n');
};

/** Writes the lines and where they come from to `.bench/results.json`; returns the file. */
export const writeResults = (lines: readonly Line[], about: object): string => {
  const file = path.join(root, '.bench/results.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const results = { ...about, lines: lines.map((line) => ({ ...line, met: isMet(line) })) };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
};

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatMoment, formatSeconds, formatTime } from '../../../lib/text/format-time';

const time = new Date(2026, 10, 8, 14, 3, 7, 20).getTime();
const midnight = new Date(2026, 0, 1, 0, 0, 0, 0).getTime();

test('times have hours from 0 to 23, dates are those of ISO 8601', () => {
  expect(formatTime(time, 0, 'absolute')).toBe('14:03:07.020');
  expect(formatSeconds(midnight)).toBe('00:00:00');
  expect(formatMoment(time)).toBe('2026-11-08 14:03:07');
});

test('nothing else writes times for people', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const others = ['components', 'entrypoints', 'lib', 'viewer']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(root, folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) =>
      /toLocale(?:Date|Time)?String\(|DateTimeFormat/.test(readFileSync(file, 'utf8')),
    );
  expect(others).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/* Times are written by `lib/text/format-time.ts` alone: from 0 to 23 hours, dates as ISO 8601 has them, in every language. */

const root = path.resolve(import.meta.dirname, '../../..');

test('no place writes a time as the browser’s language would', () => {
  const files = ['lib', 'components', 'entrypoints', 'viewer', 'cli'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  const other = /\.toLocale(?:Time|Date)?String\(|Intl\.DateTimeFormat|\.to(?:Time|Date)String\(/;
  expect(files.filter((file) => other.test(readFileSync(path.join(root, file), 'utf8')))).toEqual(
    [],
  );
});

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckOptions } from './check-options';
import type { CheckReport } from './page-result';
import { toJson } from './reports/to-json';
import { toJunit } from './reports/to-junit';
import { toMarkdown } from './reports/to-markdown';

const writers = {
  json: toJson,
  junit: toJunit,
  markdown: toMarkdown,
} as const satisfies Partial<Record<keyof CheckOptions, (report: CheckReport) => string>>;

/** Writes the reports that were asked for; gives why some could not be written. */
export const writeReports = (report: CheckReport, options: CheckOptions): string[] =>
  (Object.keys(writers) as (keyof typeof writers)[]).flatMap((name) => {
    const file = options[name];
    if (file === undefined) return [];
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, writers[name](report));
      return [];
    } catch (error) {
      return [`--${name} ${file}: ${(error as Error).message}`];
    }
  });

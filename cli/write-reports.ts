import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckOptions } from './check-options';
import type { CheckReport } from './page-result';
import { toBaseline } from './reports/to-baseline';
import { toJson } from './reports/to-json';
import { toJunit } from './reports/to-junit';
import { toMarkdown } from './reports/to-markdown';

type Writer = (report: CheckReport, options: CheckOptions) => string;

/** What writes the files, by the option that names one. */
const writers = {
  writeBaseline: toBaseline,
  json: toJson,
  junit: toJunit,
  markdown: toMarkdown,
} as const satisfies Partial<Record<keyof CheckOptions, Writer>>;

/** Writes the reports that were asked for; gives why some could not be written. */
export const writeReports = (report: CheckReport, options: CheckOptions): string[] =>
  (Object.keys(writers) as (keyof typeof writers)[]).flatMap((name) => {
    const file = options[name];
    if (file === undefined) return [];
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, writers[name](report, options));
      return [];
    } catch (error) {
      return [
        `--${name === 'writeBaseline' ? 'write-baseline' : name} ${file}: ${(error as Error).message}`,
      ];
    }
  });

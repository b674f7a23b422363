import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckOptions } from './check-options';
import type { CheckReport } from './page-result';
import { toBaseline } from './reports/to-baseline';
import { toJson } from './reports/to-json';
import { toJunit } from './reports/to-junit';
import { toMarkdown } from './reports/to-markdown';

type Writer = (report: CheckReport, options: CheckOptions, html: string | undefined) => string;

/** What writes the files, by the option that names one. JSON last: it has the exit code, which a file that could not be written changes. */
const writers = {
  writeBaseline: toBaseline,
  junit: toJunit,
  markdown: toMarkdown,
  html: (_report, _options, html) => html ?? '',
  json: toJson,
} as const satisfies Partial<Record<keyof CheckOptions, Writer>>;

/** Writes the reports that were asked for; gives the exit code. `unwritten`: why something could not be written; more is put into it. `html`: the web page, where one is wanted. */
export const writeReports = (
  report: CheckReport,
  options: CheckOptions,
  unwritten: string[],
  html?: string,
): CheckReport['exitCode'] => {
  const exitCode = () => (unwritten.length > 0 && report.exitCode === 0 ? 3 : report.exitCode);
  for (const name of Object.keys(writers) as (keyof typeof writers)[]) {
    const file = options[name];
    // A page that could not be made is told of already.
    if (file === undefined || (name === 'html' && html === undefined)) continue;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, writers[name]({ ...report, exitCode: exitCode() }, options, html));
    } catch (error) {
      const option = name === 'writeBaseline' ? 'write-baseline' : name;
      unwritten.push(`--${option} ${file}: ${(error as Error).message}`);
    }
  }
  return exitCode();
};

import type { CheckReport } from '../page-result';

/** The report for programs: docs/check.schema.json says what is in it. */
export const toJson = (report: CheckReport): string => `${JSON.stringify(report, null, 2)}\n`;

import type { ViewedRun } from '../lib/formats/viewed-run';
import { formatMoment } from '../lib/text/format-time';

/** How a page was checked, in the words of the command's options: `chromium, subscribe, granted, 2026-11-29 09:30:15`. */
export const runFacts = ({ browser, scenario, permission, startedAt }: ViewedRun): string =>
  [browser, scenario, permission, formatMoment(Date.parse(startedAt))].join(', ');

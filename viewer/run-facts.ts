import type { ViewedRun } from '../lib/formats/viewed-run';

/** How a page was checked, in the words of the command's options: `chromium, subscribe, granted, 2026-11-29 09:30`. */
export const runFacts = ({ browser, scenario, permission, startedAt }: ViewedRun): string =>
  [browser, scenario, permission, startedAt.slice(0, 16).replace('T', ' ')].join(', ');

import { type GivenPage, type ViewerParts, viewerHtml } from '../../lib/formats/viewer-html';
import type { RecordedSession } from '../check-page';
import type { PageResult } from '../page-result';

const pageOf = (result: PageResult, recorded: RecordedSession | undefined): GivenPage => {
  const { url, browser, scenario, permission, startedAt, duration, problem, diagnosis } = result;
  const findings = diagnosis?.findings ?? [];
  return {
    run: {
      url,
      browser: browser.name,
      scenario,
      permission,
      startedAt,
      duration,
      problem,
      verdict: diagnosis?.verdict.id ?? null,
      muted: findings.filter(({ level }) => level === 'off').map(({ id }) => id),
      known: findings.filter(({ isKnown }) => isKnown).map(({ id }) => id),
      unseen: recorded?.unseen ?? [],
    },
    session: recorded?.file ?? null,
  };
};

/** The report for people who look into it: each page in the panel's views, in one file. Sessions are in the order of the pages. */
export const toHtml = (
  pages: readonly PageResult[],
  sessions: ReadonlyMap<number, RecordedSession>,
  parts: ViewerParts,
): Promise<string> =>
  viewerHtml(
    parts,
    pages.map((page, index) => pageOf(page, sessions.get(index))),
  );

import { type GivenPage, type ViewerParts, viewerHtml } from '../../lib/formats/viewer-html';
import type { RecordedSession, SaidOfPage } from '../check-page';
import type { PageResult } from '../page-result';
import { frameTitle } from './frame-title';

const pageOf = (
  result: PageResult,
  recorded: RecordedSession | undefined,
  said: SaidOfPage | undefined,
): GivenPage => {
  const {
    url,
    browser,
    scenario,
    permission,
    pushService,
    startedAt,
    duration,
    problem,
    diagnosis,
    expectations,
    frame,
    unwatched,
    moreFrames,
  } = result;
  const findings = diagnosis?.findings ?? [];
  return {
    run: {
      url,
      browser: browser.name,
      scenario,
      permission,
      pushService,
      startedAt,
      duration,
      problem: said?.problem ?? problem,
      checkup: said?.checkup ?? [],
      verdict: diagnosis?.verdict.id ?? null,
      muted: findings.filter(({ level }) => level === 'off').map(({ id }) => id),
      known: findings.filter(({ isKnown }) => isKnown).map(({ id }) => id),
      unseen: recorded?.unseen ?? [],
      ...(frame && { frame: frameTitle(frame) }),
      // The reader's language is not known yet.
      ...(unwatched && {
        unwatched: [...unwatched, ...(moreFrames?.unwatched ? [`… +${moreFrames.unwatched}`] : [])],
      }),
      // Where the page could not be checked, nothing is said of it.
      ...(expectations && recorded?.contract && { contract: recorded.contract }),
    },
    session: recorded?.file ?? null,
  };
};

/** What is known of pages beside their results, by their order. */
export interface PagesToShow {
  sessions: ReadonlyMap<number, RecordedSession>;
  /** What the command says itself, before it is worded: a reader chooses the language. */
  said: ReadonlyMap<number, SaidOfPage>;
}

/** The report for people who look into it: each page in the panel's views, in one file. */
export const toHtml = (
  pages: readonly PageResult[],
  { sessions, said }: PagesToShow,
  parts: ViewerParts,
): Promise<string> =>
  viewerHtml(
    parts,
    pages.map((page, index) => pageOf(page, sessions.get(index), said.get(index))),
  );

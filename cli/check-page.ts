import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NeedId } from '../lib/diagnosis/needs';
import { emptySession } from '../lib/model/session';
import { textRedactor } from '../lib/redaction/redact';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import { judgeSession } from './judge-session';
import { markKnown } from './mark-known';
import { lateProblem, serviceProblem } from './page-problem';
import type { PageResult } from './page-result';
import type { PageScripts } from './page-scripts';
import { setLevels } from './set-levels';
import type { StartedBrowser } from './started-browser';
import { pushNeeds } from './unseen-needs';
import { type Visit, visitPage } from './visit-page';
import { withoutCredentials } from './without-credentials';

/** What was recorded of a page: a session file, without secrets, and what could not be seen there. */
export interface RecordedSession {
  file: string;
  unseen: readonly NeedId[];
}

/** What a page is checked with, besides the options. */
export interface CheckTools {
  start(): Promise<StartedBrowser>;
  scripts: PageScripts;
  /** The command's version. */
  version: string;
  /** Where a page's session file is to be written; `undefined`: nowhere. */
  sessionFile: string | undefined;
  /** Told what was recorded, where something was. */
  onSession?(recorded: RecordedSession): void;
  /** Told what could not be written. */
  complain(line: string): void;
}

/** The time of a page was over. */
class Late extends Error {}

/** Rejects after a time, and when a browser has ended. */
const limit = (seconds: number): { over: Promise<never>; clear(): void } => {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Late()), seconds * 1000);
  });
  // Nobody may be waiting yet.
  over.catch(() => {});
  return { over, clear: () => clearTimeout(timer) };
};

const endOf = (browser: StartedBrowser): Promise<never> => {
  const gone = new Promise<never>((_resolve, reject) =>
    browser.puppeteer.once('disconnected', () =>
      reject(new CouldNotCheck('The browser has ended.')),
    ),
  );
  gone.catch(() => {});
  return gone;
};

/** Checks a page in a browser of its own. Never rejects: what went wrong is a result. */
export const checkPage = async (
  url: string,
  options: CheckOptions,
  { start, scripts, version, sessionFile, onSession, complain }: CheckTools,
): Promise<PageResult> => {
  const { browser: name, scenario, permission, timeout } = options;
  const startedAt = new Date();
  const known: Visit = {
    userAgent: '',
    isOver: false,
    judging: { engine: name === 'firefox' ? 'gecko' : 'chromium', unseen: pushNeeds },
  };
  let error: unknown;
  let browser: StartedBrowser | undefined;
  const { over, clear } = limit(timeout);
  try {
    browser = await start();
    const visit = visitPage(url, options, scripts, browser, known);
    await Promise.race([visit, over, endOf(browser)]);
  } catch (thrown) {
    error = thrown;
  }
  clear();
  known.isOver = true;
  known.watched?.close();
  await browser?.close().catch(() => {});
  const session = known.watched?.session();
  const isOther = error instanceof CouldNotCheck && error.isOther;
  let judged: ReturnType<typeof judgeSession> | null = null;
  try {
    if (session && session.pages.length > 0 && !isOther)
      judged = judgeSession(session, known.judging);
  } catch (thrown) {
    error ??= thrown;
  }
  const clean = judged?.clean ?? textRedactor(emptySession);
  const result: PageResult = {
    url: clean(withoutCredentials(url)),
    browser: { name, userAgent: known.userAgent },
    scenario,
    permission,
    startedAt: startedAt.toISOString(),
    duration: Date.now() - startedAt.getTime(),
    problem: null,
    diagnosis: judged?.diagnosis ?? null,
    session: null,
  };
  const { diagnosis } = markKnown(setLevels(result, url, options), options.baseline);
  const findings = diagnosis?.findings ?? [];
  let problem: string | null = null;
  if (error instanceof Late) problem = lateProblem(timeout, session, findings);
  else if (error !== undefined) problem = error instanceof Error ? error.message : String(error);
  else problem = serviceProblem(findings, options.failOn);
  let written: string | null = null;
  const about = { extension: version, browser: known.userAgent };
  if (judged && onSession) onSession({ file: judged.file(about), unseen: known.judging.unseen });
  if (judged && sessionFile !== undefined)
    try {
      writeFileSync(sessionFile, judged.file(about));
      written = path.basename(sessionFile);
    } catch (failure) {
      complain(`--save-session ${sessionFile}: ${(failure as Error).message}`);
    }
  return {
    ...result,
    problem: problem === null ? null : clean(problem),
    diagnosis,
    session: written,
  };
};

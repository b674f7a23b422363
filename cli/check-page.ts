import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NeedId } from '../lib/diagnosis/needs';
import { emptySession, type Session } from '../lib/model/session';
import { textRedactor } from '../lib/redaction/redact';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import type { Driver } from './driver';
import { judgeSession } from './judge-session';
import { markKnown } from './mark-known';
import { lateProblem, noPushProblem, serviceProblem } from './page-problem';
import { type PageResult, permissions } from './page-result';
import type { PageScripts } from './page-scripts';
import { setLevels } from './set-levels';
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
  open(): Promise<Driver>;
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

/** Rejects after a time. */
const limit = (seconds: number): { over: Promise<never>; clear(): void } => {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Late()), seconds * 1000);
  });
  // Nobody may be waiting yet.
  over.catch(() => {});
  return { over, clear: () => clearTimeout(timer) };
};

const endOf = async ({ gone }: Driver): Promise<never> => {
  await gone;
  throw new CouldNotCheck('The browser has ended.');
};

/** What the visitor has answered: what was said, or what the browser's profile has. */
const asAnswered = (
  session: Session | undefined,
  { permission, keepsPermission }: CheckOptions,
): PageResult['permission'] => {
  const there = session?.state?.value.permission.notification;
  return (keepsPermission && permissions.find((each) => each === there)) || permission;
};

/** Checks a page in a browser of its own. Never rejects: what went wrong is a result. */
export const checkPage = async (
  url: string,
  options: CheckOptions,
  { open, scripts, version, sessionFile, onSession, complain }: CheckTools,
): Promise<PageResult> => {
  const { browser: name, scenario, timeout } = options;
  let startedAt = new Date();
  const known: Visit = {
    userAgent: '',
    isOver: false,
    judging: { engine: name === 'firefox' ? 'gecko' : 'chromium', unseen: pushNeeds },
  };
  let error: unknown;
  let browser: Driver | undefined;
  let clear = () => {};
  try {
    browser = await open();
    startedAt = new Date();
    const time = limit(timeout);
    clear = time.clear;
    const visit = visitPage(url, options, scripts, browser, known);
    await Promise.race([visit, time.over, endOf(browser)]);
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
    permission: asAnswered(session, options),
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
  else
    problem =
      (browser?.isWithoutPush ? noPushProblem(session) : null) ??
      serviceProblem(findings, options.failOn);
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

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NeedId } from '../lib/diagnosis/needs';
import type { ViewedRun } from '../lib/formats/viewed-run';
import { type Phrase, phrase, withTexts } from '../lib/model/phrase';
import { emptySession, type Session } from '../lib/model/session';
import { textRedactor } from '../lib/redaction/redact';
import { inWords } from '../lib/text/in-words';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import type { Driver } from './driver';
import { framesIn } from './frames-in';
import { judgeSession } from './judge-session';
import { markKnown } from './mark-known';
import {
  gapsProblem,
  lateProblem,
  noPushProblem,
  serviceProblem,
  undoneProblem,
} from './page-problem';
import { type PageResult, permissions } from './page-result';
import type { PageScripts } from './page-scripts';
import { secretTexts } from './secret-texts';
import { setLevels } from './set-levels';
import { toCheckupResult } from './to-checkup-result';
import { unseenNeeds } from './unseen-needs';
import { type Visit, visitPage } from './visit-page';
import { withoutCredentials } from './without-credentials';

/** What was recorded of a page: a session file, without secrets, and what could not be seen there. */
export interface RecordedSession {
  file: string;
  unseen: readonly NeedId[];
  /** What came of what the site must do; absent where nobody has said that. */
  contract?: ViewedRun['contract'];
}

/** What the command says itself of a page, without secrets, before it is worded. */
export type SaidOfPage = Pick<ViewedRun, 'problem' | 'checkup'>;

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
  onSaid?(said: SaidOfPage): void;
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
  throw new CouldNotCheck(phrase('checkBrowserEnded'));
};

/** What the visitor has answered: what was said, or what the browser's profile has. */
const asAnswered = (
  session: Session | undefined,
  { permission, keepsPermission }: CheckOptions,
): PageResult['permission'] => {
  const there = session?.state?.value.permission.notification;
  return (keepsPermission && permissions.find((each) => each === there)) || permission;
};

/** Checks a page in a browser of its own. What went wrong there is a result; rejects only where the command itself fails, when the browser has ended. */
export const checkPage = async (
  url: string,
  options: CheckOptions,
  { open, scripts, version, sessionFile, onSession, onSaid, complain }: CheckTools,
): Promise<PageResult> => {
  const { browser: name, scenario, timeout } = options;
  let startedAt = new Date();
  const known: Visit = {
    userAgent: '',
    ending: new AbortController(),
    judging: {
      engine: name === 'firefox' ? 'gecko' : 'chromium',
      unseen: unseenNeeds(options),
      expectations: options.expectations,
      secrets: secretTexts(url, options),
    },
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
  const unwatched = known.watched?.frames?.unwatched() ?? [];
  known.ending.abort();
  await Promise.allSettled([(async () => known.watched?.close())(), browser?.close()]);
  const session = known.watched?.session();
  const shown = known.watched?.shown();
  const isOther = error instanceof CouldNotCheck && error.isOther;
  let judged: ReturnType<typeof judgeSession> | null = null;
  try {
    if (session && session.pages.length > 0 && !isOther)
      judged = judgeSession(session, { ...known.judging, frame: known.watched?.frame() });
  } catch (thrown) {
    error ??= thrown;
  }
  const clean = judged?.clean ?? textRedactor(emptySession);
  const result: PageResult = {
    url: clean(withoutCredentials(url)),
    browser: { name, userAgent: known.userAgent },
    scenario,
    permission: asAnswered(shown, options),
    pushService: options.pushService,
    startedAt: startedAt.toISOString(),
    duration: Date.now() - startedAt.getTime(),
    problem: null,
    ...(session && judged && framesIn(session, judged, unwatched)),
    diagnosis: judged?.diagnosis ?? null,
    expectations: null,
    checkup: known.checkup ? toCheckupResult(known.checkup, clean) : null,
    push: judged?.push ?? null,
    session: null,
  };
  const { diagnosis } = markKnown(setLevels(result, url, options), options.baseline);
  const findings = diagnosis?.findings ?? [];
  let problem: Phrase | null = null;
  if (error instanceof Late) problem = lateProblem(timeout, shown, findings, options);
  else if (error instanceof CouldNotCheck) problem = error.said;
  else if (error !== undefined) problem = error instanceof Error ? error.message : String(error);
  else
    problem =
      (browser?.isWithoutPush ? noPushProblem(session) : null) ??
      serviceProblem(findings, options.failOn) ??
      undoneProblem(known.undone, findings, options.failOn) ??
      gapsProblem(judged?.checked, findings, options.failOn);
  onSaid?.({
    problem: problem === null ? null : withTexts(problem, clean),
    checkup: (known.checkup?.steps ?? []).map(({ id, status, text }) => ({
      id,
      status,
      text: withTexts(text, clean),
    })),
  });
  let written: string | null = null;
  const about = { extension: version, browser: known.userAgent };
  if (judged && onSession) {
    const { unseen, expectations } = known.judging;
    const name = judged.clean(expectations?.name ?? '');
    const { checked } = judged;
    onSession({
      file: judged.file(about),
      unseen,
      ...(checked && { contract: { name, checked } }),
    });
  }
  if (judged && sessionFile !== undefined)
    try {
      writeFileSync(sessionFile, judged.file(about));
      written = path.basename(sessionFile);
    } catch (failure) {
      complain(`--save-session ${sessionFile}: ${(failure as Error).message}`);
    }
  return {
    ...result,
    problem: problem === null ? null : clean(inWords(problem)),
    diagnosis,
    // What was seen of a page that could not be checked is no proof of anything.
    expectations: problem === null ? (judged?.expectations ?? null) : null,
    session: written,
  };
};

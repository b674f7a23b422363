import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { textRedactor } from '../lib/record/redact';
import { emptySession, type Session } from '../lib/session';
import { askAsBrowser } from './ask-as-browser';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import { diagnoseNow, type JudgeOptions, judgeSession } from './judge-session';
import { type OpenPage, openPage } from './open-page';
import type { PageResult } from './page-result';
import type { PageScripts } from './page-scripts';
import { readScripts } from './read-scripts';
import type { StartedBrowser } from './started-browser';
import { countSubscribing, subscribe } from './subscribe';
import { pushNeeds, scriptNeeds } from './unseen-needs';
import { waitForRest } from './wait-for-rest';
import { type WatchedSession, watchSession } from './watch-session';

/** What a page is checked with, besides the options. */
export interface CheckTools {
  start(): Promise<StartedBrowser>;
  scripts: PageScripts;
  /** The command's version. */
  version: string;
  /** Where a page's session file is to be written; `undefined`: nowhere. */
  sessionFile: string | undefined;
}

/** Findings that say that this browser has no push service: nothing that a site has to answer for. */
const withoutService = [
  'subscribe-no-service',
  'subscribe-service-off',
  'subscribe-unreachable',
  'subscribe-no-answer',
];

const states = { default: 'prompt', granted: 'granted', denied: 'denied' } as const;

const isSecure = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || /^(?:.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname);
};

/** The browsers' names for what a network does. */
const networkError =
  /net::ERR_(?!ABORTED)\w+|NS_ERROR_(?!BINDING_ABORTED)\w+|about:(?:net|cert)error(?:\?e=[\w.-]+)?/i;

/** In the page: the status that the server has answered with, and what is really shown, as Firefox's page for an error. */
const whatCame =
  "[performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0, document.documentURI]";

const originOf = (url: string): string => new URL(url).origin;

/** What is known of a page while it is checked, and stays known where that has to be given up. */
interface Visit {
  watched?: WatchedSession;
  /** Nothing more is waited for. */
  isOver: boolean;
  userAgent: string;
  judging: JudgeOptions;
}

const visit = async (
  url: string,
  { scenario, permission, click }: CheckOptions,
  scripts: PageScripts,
  browser: StartedBrowser,
  known: Visit,
): Promise<void> => {
  const open: OpenPage = await openPage(browser, scripts);
  const watched = watchSession(open);
  known.watched = watched;
  known.userAgent = (await open.isolated<string>('navigator.userAgent')) ?? '';
  const allow = async (origin: string): Promise<void> => {
    // On other sites notifications are no matter of permission: browsers have none there.
    if (!isSecure(origin)) return;
    await browser.send('permissions.setPermission', {
      descriptor: { name: 'notifications' },
      state: states[permission],
      origin,
    });
  };
  let answeredFor = originOf(url);
  await allow(answeredFor);
  let failure: unknown;
  const go = (): void =>
    void open.go(url).catch((error) => {
      failure = error;
    });
  go();
  let asked = '';
  const reader = readScripts(askAsBrowser(browser, open), watched.change);
  const look = async (session: Session): Promise<void> => {
    const page = session.pages.at(-1);
    if (known.isOver) throw new CouldNotCheck('Given up.');
    const [reason] = networkError.exec(String(failure)) ?? [];
    if (reason) throw new CouldNotCheck(`The page cannot be reached: ${reason}`, true);
    if (!page) return;
    if (page.document !== asked) {
      asked = page.document;
      const [status, shown] = (await open
        .isolated<[number, string]>(whatCame)
        .catch(() => null)) ?? [0, ''];
      const [error] = networkError.exec(shown) ?? [];
      if (error) throw new CouldNotCheck(`The page cannot be reached: ${error}`, true);
      if (status >= 400) throw new CouldNotCheck(`The server answered ${status}.`, true);
      const origin = originOf(page.url);
      if (origin !== answeredFor) {
        // It has led to another site, which was asked for nothing yet.
        answeredFor = origin;
        await allow(origin);
        go();
        return;
      }
    }
    reader.read(session);
    known.judging.unseen = [...pushNeeds, ...(reader.isWorkerUnread() ? scriptNeeds : [])];
  };
  const ways = {
    session: watched.session,
    diagnose: (session: Session) => diagnoseNow(session, known.judging),
    look,
    isBusy: reader.isBusy,
  };
  await waitForRest(ways);
  const { pages } = watched.session();
  if (!pages.at(-1)?.hooked)
    throw new CouldNotCheck('The page cannot be watched from its beginning.');
  if (scenario === 'load' || !pages.at(-1)?.sdk) return;
  const before = countSubscribing(watched.session());
  await subscribe(open, click);
  const isCalled = (session: Session): boolean => countSubscribing(session) > before;
  await waitForRest(ways, click === undefined ? isCalled : undefined);
  if (click !== undefined && !isCalled(watched.session()))
    throw new CouldNotCheck(`--click ${click}: the click called no method that subscribes.`);
};

const nameOf = (error: unknown): string =>
  error instanceof CouldNotCheck ? error.message : `${(error as Error)?.message ?? error}`;

/** Rejects after a time. */
const limit = (seconds: number): { over: Promise<never>; clear(): void } => {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<never>((_resolve, reject) => {
    const late = () => reject(new CouldNotCheck(`Not at rest after ${seconds} s.`));
    timer = setTimeout(late, seconds * 1000);
  });
  return { over, clear: () => clearTimeout(timer) };
};

/** What is added where the time was over. */
const stillOpen = (session: Session | undefined): string => {
  const state = session?.state?.value;
  if (!session?.pages.length) return ' No document has come.';
  if (!state || state.isLoaded) return '';
  const open = state.open ?? [];
  return ` The page has not ended loading${open.length > 0 ? `; it waits for ${open.join(', ')}` : ''}.`;
};

/** Checks a page in a browser of its own. Never rejects: what went wrong is a result. */
export const checkPage = async (
  url: string,
  options: CheckOptions,
  { start, scripts, version, sessionFile }: CheckTools,
): Promise<PageResult> => {
  const { browser: name, scenario, permission, timeout } = options;
  const startedAt = new Date();
  const known: Visit = {
    userAgent: '',
    isOver: false,
    judging: { engine: name === 'firefox' ? 'gecko' : 'chromium', unseen: pushNeeds },
  };
  let problem: string | null = null;
  let isOther = false;
  let browser: StartedBrowser | undefined;
  const { over, clear } = limit(timeout);
  over.catch(() => {});
  try {
    browser = await start();
    const gone = new Promise<never>((_resolve, reject) =>
      browser?.puppeteer.once('disconnected', () =>
        reject(new CouldNotCheck('The browser has ended.')),
      ),
    );
    gone.catch(() => {});
    await Promise.race([visit(url, options, scripts, browser, known), over, gone]);
  } catch (error) {
    problem = nameOf(error);
    isOther = error instanceof CouldNotCheck && error.isOther;
    if (/^Not at rest/.test(problem)) problem += stillOpen(known.watched?.session());
  }
  clear();
  known.isOver = true;
  known.watched?.close();
  await browser?.close().catch(() => {});
  const session = known.watched?.session();
  const judged =
    session && session.pages.length > 0 && !isOther ? judgeSession(session, known.judging) : null;
  const diagnosis = judged?.diagnosis ?? null;
  const ids = (diagnosis?.findings ?? []).flatMap((each) => [
    each.id,
    ...each.consequences.map(({ id }) => id),
  ]);
  // That it does not end loading is what is wrong with such a page.
  if (ids.includes('load-never-came')) problem = null;
  const service = ids.find((id) => withoutService.includes(id));
  if (problem === null && service !== undefined)
    problem = `This browser has reached no push service (${service}): whether the page subscribes cannot be told.`;
  if (judged && sessionFile !== undefined)
    writeFileSync(sessionFile, judged.file({ extension: version, browser: known.userAgent }));
  const clean = judged?.clean ?? textRedactor(emptySession);
  return {
    url: clean(url),
    browser: { name, userAgent: known.userAgent },
    scenario,
    permission,
    startedAt: startedAt.toISOString(),
    duration: Date.now() - startedAt.getTime(),
    problem: problem === null ? null : clean(problem),
    diagnosis,
    session: judged && sessionFile !== undefined ? path.basename(sessionFile) : null,
  };
};

import type { Session } from '../lib/model/session';
import { askAsBrowser } from './ask-as-browser';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import type { Driver } from './driver';
import { credentialsFor, giveAccess } from './give-access';
import { diagnoseNow, type JudgeOptions } from './judge-session';
import { openPage } from './open-page';
import type { PageScripts } from './page-scripts';
import { readScripts } from './read-scripts';
import { countSubscribing, subscribe } from './subscribe';
import { pushNeeds, scriptNeeds } from './unseen-needs';
import { waitForCalm } from './wait-for-calm';
import { waitForRest } from './wait-for-rest';
import { type WatchedSession, watchSession } from './watch-session';
import { withoutCredentials } from './without-credentials';

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

const refused = (status: number): CouldNotCheck => {
  const hint = status === 401 ? ': it asks for a name and a password (--user)' : '';
  return new CouldNotCheck(`The server answered ${status}${hint}.`, true);
};

const originOf = (url: string): string => new URL(url).origin;

/** What is known of a page while it is checked, and stays known where that has to be given up. */
export interface Visit {
  watched?: WatchedSession;
  /** Nothing more is waited for. */
  isOver: boolean;
  userAgent: string;
  judging: JudgeOptions;
}

/** Goes to a page, does there what was asked for, and waits until it is at rest; rejects where that cannot be. */
export const visitPage = async (
  given: string,
  options: CheckOptions,
  scripts: PageScripts,
  browser: Driver,
  known: Visit,
): Promise<void> => {
  const { scenario, permission, keepsPermission, click } = options;
  const url = withoutCredentials(given);
  const open = await openPage(browser, scripts);
  const watched = watchSession(open);
  known.watched = watched;
  known.userAgent = (await open.isolated<string>('navigator.userAgent')) ?? '';
  const allow = async (origin: string): Promise<void> => {
    // On other sites notifications are no matter of permission: browsers have none there.
    if (keepsPermission || !isSecure(origin)) return;
    await browser.send('permissions.setPermission', {
      descriptor: { name: 'notifications' },
      state: states[permission],
      origin,
      ...(browser.userContext !== undefined && { userContext: browser.userContext }),
    });
  };
  await giveAccess(browser, browser.contextOf(open.page), given, options);
  let answeredFor = originOf(url);
  await allow(answeredFor);
  let failure: unknown;
  const go = (): void =>
    void open.go(url).catch((error) => {
      failure = error;
    });
  go();
  let asked = '';
  let leaving: string | undefined;
  let isRead = false;
  const isCalm = waitForCalm(async () => {
    const state = await open.isolated<string>('document.readyState').catch(() => '');
    return state === 'complete';
  });
  const reader = readScripts(
    askAsBrowser(browser, open, url, credentialsFor(given, options.user)),
    watched.change,
  );
  const look = async (session: Session): Promise<void> => {
    const page = session.pages.at(-1);
    if (known.isOver) throw new CouldNotCheck('Given up.');
    const [reason] = networkError.exec(String(failure)) ?? [];
    // Chromium's way to show the refusal.
    if (reason === 'net::ERR_INVALID_AUTH_CREDENTIALS') throw refused(401);
    if (reason) throw new CouldNotCheck(`The page cannot be reached: ${reason}`, true);
    if (!page) return;
    if (page.document !== asked) {
      asked = page.document;
      const [status, shown] = (await open
        .isolated<[number, string]>(whatCame)
        .catch(() => null)) ?? [0, ''];
      const [error] = networkError.exec(shown) ?? [];
      if (error) throw new CouldNotCheck(`The page cannot be reached: ${error}`, true);
      if (status >= 400) throw refused(status);
      const origin = originOf(page.url);
      if (origin !== answeredFor) {
        // It has led to another site, which was asked for nothing yet.
        answeredFor = origin;
        leaving = page.document;
        await allow(origin);
        go();
        return;
      }
    }
    if (!isRead && (await isCalm(session))) {
      isRead = true;
      watched.readState();
    }
    reader.read(session);
    known.judging.unseen = [...pushNeeds, ...(reader.isWorkerUnread() ? scriptNeeds : [])];
  };
  const ways = {
    session: watched.session,
    diagnose: (session: Session) => diagnoseNow(session, known.judging),
    look,
    isBusy: () => reader.isBusy() || watched.session().pages.at(-1)?.document === leaving,
  };
  await waitForRest(ways);
  const page = watched.session().pages.at(-1);
  if (!page?.hooked) throw new CouldNotCheck('The page cannot be watched from its beginning.');
  if (!page.sdk) {
    // Why it is not there is a finding, mostly: an error, or a hint that something holds it back.
    const about = ways.diagnose(watched.session())?.findings.filter(({ node }) => node === 'sdk');
    const isTold = about?.some(({ severity }) => scenario === 'load' || severity === 'error');
    if (!isTold) throw new CouldNotCheck('AKPush has not come, and nothing says why.');
  }
  if (scenario === 'load' || !page.sdk) return;
  const before = countSubscribing(watched.session());
  await subscribe(open, click);
  const isCalled = (session: Session): boolean => countSubscribing(session) > before;
  await waitForRest(ways, click === undefined ? isCalled : undefined);
  if (click !== undefined && !isCalled(watched.session()))
    throw new CouldNotCheck(`--click ${click}: the click called no method that subscribes.`);
};

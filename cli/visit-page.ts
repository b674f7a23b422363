import type { Checkup } from '../lib/model/checkup';
import { currentDocument } from '../lib/model/current-document';
import { type Phrase, phrase } from '../lib/model/phrase';
import type { Session, SessionPage } from '../lib/model/session';
import { askAsBrowser, cookiesByBidi } from './ask-as-browser';
import { runBefore } from './before';
import type { CheckOptions } from './check-options';
import { CouldNotCheck } from './could-not-check';
import type { Driver } from './driver';
import { frameIsThere } from './frame-is-there';
import { basicHeaders, credentialsFor, giveAccess } from './give-access';
import { diagnoseNow, type JudgeOptions } from './judge-session';
import { openPage } from './open-page';
import type { PageScripts } from './page-scripts';
import type { ReachedPage } from './reach-page';
import { headersRecord } from './read-header';
import { readScripts } from './read-scripts';
import { readWhenCalm } from './read-when-calm';
import type { SeenPush } from './scenarios/push';
import { runScenario, type ScenarioTools } from './scenarios/run-scenario';
import { sendHeaders } from './send-headers';
import { hasPermissions, setPermission } from './set-permission';
import { enterShown, shownPage } from './shown-page';
import { scriptNeeds, unseenNeeds } from './unseen-needs';
import { waitForRest } from './wait-for-rest';
import { type WatchedTab, watchSession } from './watch-session';
import { networkErrorIn, whatCame } from './what-came';
import { withoutCredentials } from './without-credentials';

const refused = (status: number): CouldNotCheck =>
  new CouldNotCheck(phrase(status === 401 ? 'checkStatusUser' : 'checkStatus', status), true);

const originOf = (url: string): string => new URL(url).origin;

/** Of so many frames that do not answer the addresses are told. */
const mostNamed = 5;

/** What is known of a page while it is checked, and stays known where that has to be given up. */
export interface Visit {
  watched?: WatchedTab;
  /** Nothing more is waited for, when it is aborted. */
  ending: AbortController;
  userAgent: string;
  /** What came of the checkup. */
  checkup?: Checkup | undefined;
  /** What was seen of the push. */
  seen?: SeenPush;
  /** Why what was asked for could not be done: no push could be delivered, or nothing is there to do it with. */
  undone?: Phrase;
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
  const { scenario, permission, keepsPermission } = options;
  const url = withoutCredentials(given);
  await sendHeaders(browser, originOf(url), options.headers);
  await runBefore(browser, given, options);
  const open = await openPage(browser, scripts, options);
  const watched = watchSession(open);
  known.watched = watched;
  known.userAgent = (await open.isolated<string>('navigator.userAgent')) ?? '';
  const allow = async (origin: string): Promise<void> => {
    // On other sites notifications are no matter of permission: browsers have none there.
    if (keepsPermission || !hasPermissions(origin)) return;
    await setPermission(browser, origin, permission);
  };
  await giveAccess(browser, browser.contextOf(open.page), given, options);
  let answeredFor = originOf(url);
  const answeredInFrames = new Set<string>();
  await allow(answeredFor);
  let failure: unknown;
  const go = (): void =>
    void open.go(url).catch((error) => {
      failure = error;
    });
  go();
  let asked = '';
  let leaving: string | undefined;
  const isComplete = async ({ isolated }: Pick<ReachedPage, 'isolated'>): Promise<boolean> =>
    (await isolated<string>('document.readyState').catch(() => '')) === 'complete';
  const readCalm = readWhenCalm(
    { session: watched.shown, readState: watched.readState },
    async () => {
      const shown = watched.frames?.reach(watched.frame());
      return (await isComplete(open)) && (!shown || (await isComplete(shown)));
    },
  );
  const ask = askAsBrowser({
    isolated: (expression) => shownPage(open, watched).open.isolated(expression),
    cookies: cookiesByBidi(browser, browser.contextOf(open.page)),
    siteHeaders: {
      origin: originOf(url),
      headers: {
        ...basicHeaders(credentialsFor(given, options.user)),
        ...headersRecord(options.headers),
      },
    },
  });
  const reader = readScripts(ask, watched.change);
  /** Another site in a frame is asked for what the visitor has answered as the page's own is. */
  const answerInFrame = async (page: SessionPage | undefined): Promise<void> => {
    const origin = page?.embedded?.origin ?? '';
    if (permission === 'default' || answeredInFrames.has(origin)) return;
    answeredInFrames.add(origin);
    if (!URL.canParse(origin) || origin === answeredFor || !hasPermissions(origin)) return;
    leaving = page?.document;
    await allow(origin);
    go();
  };
  const notGone = frameIsThere();
  const look = async (session: Session): Promise<void> => {
    const page = currentDocument(watched.session());
    if (known.ending.signal.aborted) throw new CouldNotCheck('Given up.');
    const reason = networkErrorIn(String(failure));
    // Chromium's way to show the refusal.
    if (reason === 'net::ERR_INVALID_AUTH_CREDENTIALS') throw refused(401);
    if (reason) throw new CouldNotCheck(phrase('checkUnreachable', reason), true);
    if (!page) return;
    if (page.document !== asked) {
      asked = page.document;
      const { status, error } = await whatCame(open);
      if (error !== undefined) throw new CouldNotCheck(phrase('checkUnreachable', error), true);
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
    if (watched.frame() !== 0) {
      notGone(session);
      await answerInFrame(currentDocument(session));
    }
    await readCalm(session);
    reader.read(session);
    known.judging.unseen = [
      ...unseenNeeds(options, known.seen),
      ...(reader.isWorkerUnread() ? scriptNeeds : []),
    ];
  };
  const ways = {
    session: watched.shown,
    diagnose: (session: Session) => diagnoseNow(session, known.judging),
    look,
    isBusy: () =>
      reader.isBusy() ||
      watched.frames?.isBusy() === true ||
      [watched.session(), watched.shown()].some(
        (each) => leaving !== undefined && currentDocument(each)?.document === leaving,
      ),
  };
  await waitForRest(ways);
  const page = (): SessionPage | undefined => currentDocument(watched.shown());
  const first = page();
  if (first?.embedded && watched.shown().connection === 'reload-needed')
    throw new CouldNotCheck(phrase('checkFrameNotWatched', first.url));
  if (!first?.hooked) throw new CouldNotCheck(phrase('checkNotWatched'));
  const rest: ScenarioTools['rest'] = (isDone) => waitForRest(ways, isDone);
  const enter = () => enterShown(open, watched);
  const run = (): Promise<void> => runScenario({ browser, enter, ask, rest }, options, known);
  if (first.sdk) return run();
  if (options.click !== undefined) {
    let left: string | undefined;
    do {
      left = leaving;
      delete known.undone;
      // It may be what brings AKPush, as that on a banner which asks for consent.
      await run().catch((error) => {
        if (page()?.sdk || !(error instanceof CouldNotCheck)) throw error;
      });
      // Where what it has brought made the page be loaded once more, it is to bring that again.
    } while (leaving !== left && !page()?.sdk);
    if (page()?.sdk) return;
  }
  const unwatched = watched.frames?.unwatched() ?? [];
  // Nobody says that there is no AKPush where it may be.
  if (unwatched.length > 0)
    throw new CouldNotCheck(phrase('checkFramesUnheard', unwatched.slice(0, mostNamed).join(', ')));
  // Why it is not there is a finding, mostly: an error, or a hint that something holds it back.
  const about = ways.diagnose(watched.shown())?.findings.filter(({ node }) => node === 'sdk');
  const isTold = about?.some(({ severity }) => scenario === 'load' || severity === 'error');
  if (!isTold) throw new CouldNotCheck(phrase('checkNoSdk'));
  // What tells it may be muted, or known.
  if (scenario !== 'load') known.undone = phrase('checkNoSdk');
};

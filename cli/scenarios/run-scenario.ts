import { factsOf } from '../../lib/facts/facts-of';
import { phrase } from '../../lib/model/phrase';
import type { Session } from '../../lib/model/session';
import type { CheckOptions } from '../check-options';
import { CouldNotCheck } from '../could-not-check';
import type { Driver } from '../driver';
import type { ShownPage } from '../shown-page';
import { subscribe, subscribesSince } from '../subscribe';
import type { Visit } from '../visit-page';
import type { WatchedSession } from '../watch-session';
import { checkUp } from './check-up';
import { sendPush } from './push';

/** What scenarios work with, on a page that is at rest. */
export interface ScenarioTools {
  browser: Driver;
  /** Gives what is shown of the tab, to act there. */
  enter(): ShownPage;
  /** Requests of the command's own. */
  ask: typeof fetch;
  /** Waits until the page is at rest again. */
  rest(isDone?: (session: Session) => boolean): Promise<void>;
}

type Asked = Pick<
  CheckOptions,
  'scenario' | 'click' | 'push' | 'clickShown' | 'expectations' | 'headers'
>;

const subscribeAndRest = async (
  { enter, rest }: ScenarioTools,
  { click, expectations }: Asked,
): Promise<void> => {
  const { open, watched } = enter();
  const isCalled = subscribesSince(watched.session());
  await subscribe(open, click);
  await rest(click === undefined ? isCalled : undefined);
  // Where it is said what the site must do, this is one of the things that it does not.
  const isMissed = click !== undefined && !isCalled(enter().watched.session());
  if (isMissed && expectations === undefined)
    throw new CouldNotCheck(phrase('checkClickNothing', click));
};

const isSubscribed = ({ session }: WatchedSession): boolean => {
  const known = factsOf(session());
  return known?.subscription !== undefined && known.own?.active !== undefined;
};

/** Does with the page what was asked for. What comes of it is in the session, and in `known`. */
export const runScenario = async (
  tools: ScenarioTools,
  asked: Asked,
  known: Visit,
): Promise<void> => {
  const { browser, enter, ask, rest } = tools;
  const { scenario, click, push: message } = asked;
  if (scenario === 'load') return;
  if (scenario === 'checkup') {
    known.checkup = await checkUp({ ...enter(), ask, signal: known.ending.signal });
    await rest();
    return;
  }
  if (scenario === 'subscribe' || click !== undefined || !isSubscribed(enter().watched))
    await subscribeAndRest(tools, asked);
  if (scenario !== 'push') return;
  try {
    known.seen = await sendPush({
      ...{ browser, ...enter(), message, clicks: asked.clickShown },
      hidden: asked.headers.map(({ name }) => name),
    });
    await rest();
  } catch (error) {
    // What has kept it from being delivered may be a finding.
    if (!(error instanceof CouldNotCheck) || known.ending.signal.aborted) throw error;
    known.undone = error.said;
  }
};

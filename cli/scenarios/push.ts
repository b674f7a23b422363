import { factsOf } from '../../lib/facts/facts-of';
import type { PageFacts } from '../../lib/facts/page-facts';
import { listNotifications } from '../../lib/injected/list-notifications';
import type { MadeStep } from '../../lib/model/entry';
import type { SubscriptionState } from '../../lib/model/page-state';
import { phrase } from '../../lib/model/phrase';
import { namesInPayload } from '../../lib/push/push-names';
import { inOrder, requestEntry } from '../../lib/push/trace';
import { type ShownNotification, watchNotifications } from '../../lib/push/watch-notifications';
import { cdpOfPage } from '../cdp-of-page';
import { CouldNotCheck } from '../could-not-check';
import type { Driver } from '../driver';
import { firefoxRequests } from '../firefox-requests';
import type { OpenPage } from '../open-page';
import type { WatchedSession } from '../watch-session';
import { clickShown } from './click-shown';
import { deliverByEndpoint } from './deliver-by-endpoint';
import { deliverWatched } from './deliver-watched';
import { inBackground } from './in-background';
import { notePush } from './note-push';
import { pushMessage } from './push-message';
import type { WatchedWorker } from './watch-push';

/** What a push is sent with. */
export interface PushTools {
  browser: Driver;
  open: OpenPage;
  watched: WatchedSession;
  /** The message's text; `undefined`: what the Push view begins with in the page's mode. */
  message: string | undefined;
  /** Whether the notification is clicked that was shown: in Chromium alone. */
  clicks: boolean;
  /** Headers that are sent with requests, and told of nowhere. */
  hidden: readonly string[];
}

/** How long a worker may take to show something, milliseconds: it may have to ask a server first. */
const longest = 15_000;

/** Whether the worker can be given a push without its push service. */
const canDeliver = ({ name }: Driver): boolean => name === 'chromium';

const workerOf = (known: PageFacts | undefined): WatchedWorker => {
  const scope = known?.own?.scope;
  const script = known?.own?.active?.scriptURL;
  if (scope === undefined || script === undefined)
    throw new CouldNotCheck(phrase('checkPushNoWorker'));
  return { scope, script };
};

const subscriptionOf = (known: PageFacts | undefined, browser: Driver): SubscriptionState => {
  const subscription = known?.subscription?.value;
  if (!subscription) throw new CouldNotCheck(phrase('checkPushNoSubscription'));
  if (subscription.applicationServerKey !== null && !browser.double)
    throw new CouldNotCheck(phrase('checkPushNoKey'));
  return subscription;
};

/** What the double tells of the push where nothing was shown: whether the worker got it. */
const whatCame = (browser: Driver, endpoint: string): MadeStep[] => {
  if (!browser.double) return [];
  const taken = browser.double.answerTo(endpoint);
  if (taken === 'delivered')
    return [{ kind: 'worker-step', name: 'handler', status: 'ok', time: Date.now(), detail: {} }];
  throw new CouldNotCheck(
    phrase(taken === 'refused' ? 'checkPushNotTaken' : 'checkPushNotFetched'),
  );
};

/** Sends it by the push service, and looks at what is shown. */
const sendReal = async (
  { browser, hidden }: PushTools,
  script: string,
  subscription: SubscriptionState,
  data: string | null,
  read: () => Promise<ShownNotification[]>,
): Promise<MadeStep[]> => {
  const before = await read();
  const watch = browser.isSystemOpen ? await firefoxRequests(browser, script, hidden) : undefined;
  try {
    const steps = [await deliverByEndpoint(subscription, data)];
    const { shown, end } = await watchNotifications(read, before, longest);
    steps.push(...shown);
    const names = namesInPayload(data);
    steps.push(...((await watch?.requests()) ?? []).map((each) => requestEntry(each, names)));
    if (shown.length === 0) steps.push(...whatCame(browser, subscription.endpoint));
    return inOrder([...steps, await end()]);
  } finally {
    await watch?.close();
  }
};

/** What was seen of a push. */
export interface SeenPush {
  /** Whether the worker's requests were. */
  seesWorker: boolean;
  /** Whether the notification was clicked. */
  isClicked: boolean;
}

/**
 * Delivers a push to the page's worker, and puts it with what the worker did into the session, as the panel does. In Chromium the browser itself gives it to the
 * worker; in Firefox it goes by the subscription's push service. Rejects where it could not be delivered, or not be clicked.
 */
export const sendPush = async (tools: PushTools): Promise<SeenPush> => {
  const { browser, open, watched, message, clicks } = tools;
  const known = factsOf(watched.session());
  const worker = workerOf(known);
  const { scope, script } = worker;
  const data = pushMessage(known?.sdk.mode ?? 'firebase', message);
  const read = async (): Promise<ShownNotification[]> =>
    (await open.isolated<ShownNotification[]>(
      `(${listNotifications})(${JSON.stringify(scope)})`,
    )) ?? [];
  const openWorker = async (of: string) => browser.openWorker?.(of);
  let isWatched = false;
  let isClicked = false;
  const send = async (): Promise<MadeStep[]> => {
    if (!canDeliver(browser)) {
      isWatched = browser.isSystemOpen === true;
      return sendReal(tools, script, subscriptionOf(known, browser), data, read);
    }
    const cdp = await cdpOfPage(open.page, browser);
    const told = await deliverWatched(
      { cdp, openWorker, read, longest },
      worker,
      data ?? '',
    ).finally(cdp.close);
    ({ isWatched } = told);
    return told.steps;
  };
  const way = canDeliver(browser) ? 'worker' : 'real';
  try {
    await inBackground(browser, async () => {
      let steps: MadeStep[] = [];
      await notePush(watched.change, { way, payload: data, script, scope }, async () => {
        steps = await send();
        return steps;
      });
      if (clicks)
        isClicked = await clickShown({ openWorker, longest }, watched.change, worker, steps);
    });
  } catch (thrown) {
    throw thrown instanceof CouldNotCheck
      ? thrown
      : new CouldNotCheck(phrase('checkPushFailed', (thrown as Error).message));
  }
  return { seesWorker: isWatched, isClicked };
};

import { methodNames } from '../../lib/akpush/methods';
import { subscribing } from '../../lib/diagnosis/ask-outcome';
import { factsOf } from '../../lib/facts/facts-of';
import { currentDocument } from '../../lib/model/current-document';
import type { Json } from '../../lib/model/json';
import type { Session, SessionEntry } from '../../lib/model/session';
import { callSdk } from '../call-sdk';
import { CouldNotCheck } from '../could-not-check';
import { type JudgeOptions, judgeSession } from '../judge-session';
import type { PageScripts } from '../page-scripts';
import { hasPermissions } from '../set-permission';
import { pushNeeds, unseenOfPush } from '../unseen-needs';
import { type WatchedSession, watchSession } from '../watch-session';
import { within } from '../within';
import { callsSince } from './calls-since';
import { clickOn } from './click-on';
import type { Door } from './door';
import { InspectError } from './inspect-error';
import type { Entry, Inspected, InspectOptions, MethodName, Outcome } from './inspected';
import { readMissed } from './read-missed';
import { sendPush } from './send-push';
import { settling } from './settle';
import { readOrigin, readSiteHeaders } from './site-headers';
import { toOutcome } from './to-outcome';

const isEnded = (entry: SessionEntry | undefined): boolean =>
  entry !== undefined && entry.status !== 'pending';

/** What an argument is in JSON. */
const toJson = (value: unknown): Json | undefined => {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? undefined : JSON.parse(text);
};

/** A document that was there before has what the isolated world needs, so that it can be asked what its site holds; what the hook would see is over. */
const enterLate = async ({ isolated }: Door, { isolated: script }: PageScripts): Promise<void> => {
  const isThere = await isolated<boolean>(
    "/^https?:$/.test(location.protocol) && typeof akpushExchange === 'undefined'",
  );
  if (isThere) await isolated(`(${script})()`);
};

/** A page that is watched, and its session, for who has more to do with it than tests. */
export interface InspectedPage {
  inspected: Inspected;
  watched: WatchedSession;
}

/** Watches a page that somebody else drives. `version`: the inspector's. */
export const inspectPage = async (
  door: Door,
  scripts: PageScripts,
  version: string,
  options: InspectOptions & {
    /** Texts that are nobody's business, beside the session's own secrets and the headers. */
    secrets?: readonly string[];
  },
): Promise<InspectedPage> => {
  const { origin, permission: answered = 'granted', redact = true, timeout = 20_000 } = options;
  const siteHeaders = readSiteHeaders(options);
  const visited = origin === undefined ? undefined : readOrigin('origin', origin);
  // On other sites notifications are no matter of permission: browsers have none there.
  if (visited !== undefined && hasPermissions(visited)) await door.allow(visited, answered);
  await enterLate(door, scripts);
  const watched = watchSession(door);
  const judging: JudgeOptions = {
    engine: door.engine,
    unseen: pushNeeds,
    secrets: [...(options.secrets ?? []), ...Object.values(options.headers ?? {})],
  };
  let over: InspectError | undefined;
  const end = (reason: string): Promise<void> => {
    over ??= new InspectError('stopped', reason);
    return watched.close();
  };
  void door.gone.then(() => end('The page or its browser has been closed.'));
  let unseen = pushNeeds;
  const asked = { timeout, siteHeaders, unseen: () => unseen };
  const settle = settling(door, watched, judging, asked, () => over);
  const judge = () => judgeSession(watched.session(), judging, redact);

  /** What became of the last of these calls, when there is one that is not among `earlier`. */
  const outcomeOf = async (
    names: readonly string[],
    earlier: readonly SessionEntry[],
    late: string,
  ): Promise<Outcome> => {
    const last = (session: Session) => callsSince(session, names, earlier).at(-1);
    const session = await settle((now) => isEnded(last(now)), late);
    const outcome = toOutcome(judge(), last(session)?.key ?? '');
    if (!outcome) throw new InspectError('timeout', `${late}.`);
    return outcome;
  };
  const asInspectError = (error: unknown): never => {
    if (!(error instanceof CouldNotCheck)) throw error;
    // It has the page's own words.
    throw new InspectError('call-failed', judge().clean(error.message));
  };
  const checkMethod = (method: string): void => {
    if (!(methodNames as readonly string[]).includes(method))
      throw new InspectError(
        'call-failed',
        `${method} is no method of AKPush: ${methodNames.join(', ')}`,
      );
  };
  const call = async (method: MethodName, args: readonly unknown[]): Promise<Outcome> => {
    checkMethod(method);
    const earlier = callsSince(await settle(), [method]);
    await callSdk(door, method, args.map(toJson)).catch(asInspectError);
    return outcomeOf([method], earlier, `${method} had no end`);
  };

  const inspected: Inspected = {
    missed: async () => readMissed(await settle()),
    call: (method, ...args) => call(method, args),
    async subscribe({ click: selector, permission = answered } = {}) {
      const session = await settle();
      const site = new URL(currentDocument(session)?.url ?? '').origin;
      if (permission !== 'keep' && hasPermissions(site)) await door.allow(site, permission);
      if (selector === undefined) return call('initSubscription', [{}]);
      const earlier = callsSince(session, subscribing);
      await clickOn(door, selector, timeout, (text) => judge().clean(text));
      return outcomeOf(
        subscribing,
        earlier,
        `the click on ${selector} had led to no call that ended`,
      );
    },
    async push(payload) {
      const known = factsOf(await settle());
      const own = known?.own;
      if (!own?.active)
        throw new InspectError('no-worker', 'The page has no active service worker of AKPush.');
      const data = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const target = { scope: own.scope, script: own.active.scriptURL, mode: known?.sdk.mode };
      const seesWorker = await sendPush(door, watched.change, target, data ?? '');
      const seen = { seesWorker, isClicked: false };
      unseen = unseenOfPush(door.engine === 'gecko' ? 'firefox' : 'chromium', seen);
      return judge().push?.shown ?? [];
    },
    async diagnosis() {
      await settle();
      const { diagnosis } = judge();
      if (!diagnosis) throw new InspectError('no-page', 'Nothing of the page was read.');
      return diagnosis;
    },
    async outcome(method) {
      checkMethod(method);
      return outcomeOf([method], [], `${method} had not been called and ended`);
    },
    async entries() {
      await settle();
      return judge().entries as readonly Entry[];
    },
    async session() {
      await settle();
      const browser = (await door.isolated<string>('navigator.userAgent')) ?? '';
      return judge().file({ extension: version, browser });
    },
    async stop() {
      const closed = end('stop() was called.');
      // The session may be ended next, and WebdriverIO keeps its process for as long as a command has no answer: three minutes. A page that is busy is not waited for.
      await within(1_000, Promise.race([closed, door.gone]), '').catch(() => {});
      await door.close();
    },
  };
  return { inspected, watched };
};

import { hasMethod, type MethodName } from '../akpush/methods';
import type { CallActions, RunMode } from '../calls/call-actions';
import { currentToken } from '../facts/current-token';
import { factsOf } from '../facts/facts-of';
import type { PageFacts } from '../facts/page-facts';
import {
  type Checkup,
  type CheckupStep,
  type CheckupStepId,
  plannedSteps,
  type StepStatus,
} from '../model/checkup';
import { currentDocument } from '../model/current-document';
import type { Json } from '../model/json';
import type { StorageWrite } from '../model/page-state';
import { type Phrase, phrase } from '../model/phrase';
import { SaidError, saidOf } from '../model/said-error';
import type { Session, SessionEntry } from '../model/session';
import { endOf } from '../outcome/call-context';
import type { Outcome } from '../outcome/outcome';
import { readOutcomes } from '../outcome/outcomes';
import type { PanelActions } from '../state/panel-actions';
import { brokenScript } from './broken-script';

/** What a checkup uses, whoever runs it. */
export interface CheckupWays {
  session(): Session;
  /** Resolves when the session has changed. */
  changed(): Promise<void>;
  calls: Pick<CallActions, 'run'>;
  panel: Pick<PanelActions, 'fetchScript' | 'actOnWorker' | 'changeStorage'>;
  /** Sends a push to the page's worker; gives the key of its entry, or why none can be sent. Absent: there is no such step. */
  sendPush?(known: PageFacts): Promise<{ key: string } | { why: Phrase }>;
}

/** What the panel has for it. */
export interface CheckupDeps extends CheckupWays {
  calls: CallActions;
}

/** What is checked, and with what. */
export interface CheckupPlan {
  match: Json | undefined;
  update: Json | undefined;
  /** A global variable with the page's instance; empty: a new one. */
  instance: string;
  /** How a call is begun that asks for the permission. */
  mode: RunMode;
  /** Optional steps that are left out. */
  omit: readonly CheckupStepId[];
  signal: AbortSignal;
}

type Found = Pick<CheckupStep, 'text'> & { status: StepStatus; evidence?: readonly string[] };

/** Longest time that a call may take, milliseconds: a person has to answer the prompt meanwhile. */
const longestCall = 60_000;
/** Longest time until the state is read again. */
const longestReading = 8_000;

/** The writes that bring the cache back to what a reading had. */
const cacheWrites = (known: PageFacts | undefined): StorageWrite[] =>
  Object.values(known?.cache.values ?? {}).map(({ place, key, text }) => ({
    place,
    key,
    value: text,
  }));

/** What fails a step and ends the checkup. */
class Stopped extends SaidError {}

const passed = (text: Phrase, ...evidence: (string | null | undefined)[]): Found => ({
  status: 'passed',
  text,
  evidence: evidence.filter((key) => typeof key === 'string'),
});
const found = (status: StepStatus, text: Phrase, ...evidence: (string | undefined)[]): Found => ({
  ...passed(text, ...evidence),
  status,
});

/**
 * Goes through the life of a subscription with the page's own SDK, and puts back what was there before, where it can. Every step is told by
 * `onStep` as it comes. Never rejects: what goes wrong fails a step.
 */
export const runCheckup = async (
  ways: CheckupWays,
  plan: CheckupPlan,
  onCheckup: (checkup: Checkup) => void,
): Promise<void> => {
  const { session, calls, panel } = ways;
  const page = currentDocument(session());
  let steps: readonly CheckupStep[] = plannedSteps.filter(
    ({ id }) => id !== 'push' || ways.sendPush,
  );
  const begun = Date.now();
  const tell = (isEnded = false) => onCheckup({ url: page?.url ?? '', begun, steps, isEnded });
  const set = (id: CheckupStepId, change: Partial<CheckupStep>) => {
    steps = steps.map((step) => (step.id === id ? { ...step, ...change } : step));
    tell();
  };
  const checkStop = () => {
    if (plan.signal.aborted) throw new Stopped(phrase('checkupStopped'));
    if (currentDocument(session())?.document !== page?.document)
      throw new Stopped(phrase('callPageLeft'));
  };
  /** Waits until something is so in the session; false after the time. */
  const until = async (isSo: () => boolean, time: number): Promise<boolean> => {
    const end = Date.now() + time;
    while (!isSo()) {
      const left = end - Date.now();
      if (left <= 0) return false;
      await Promise.race([
        ways.changed(),
        new Promise((resolve) => setTimeout(resolve, Math.min(left, 500))),
      ]);
      checkStop();
    }
    return true;
  };
  const known = (): PageFacts | undefined => factsOf(session());
  /** The state as it is after a moment. */
  const readAfter = async (time: number): Promise<PageFacts | undefined> => {
    await until(() => {
      const { state } = session();
      return state !== null && state.readAt - state.value.took >= time;
    }, longestReading);
    return known();
  };
  const entryOf = (key: string | null): SessionEntry | undefined =>
    session().entries.find((entry) => entry.key === key);
  const outcomeOf = (key: string | null): Outcome | undefined => {
    const entry = entryOf(key);
    return entry && readOutcomes(session()).of(entry);
  };
  /** Makes a call and waits for its outcome and the state after it. */
  const make = async (
    method: MethodName,
    args: (Json | undefined)[],
    mode: RunMode = 'plain',
  ): Promise<{
    key: string | null;
    outcome: Outcome | undefined;
    known: PageFacts | undefined;
  }> => {
    const instance = method === 'removeToken' ? '' : plan.instance;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new SaidError(phrase('checkupTooLong', method, longestCall / 1000))),
        longestCall,
      );
    });
    const begunCall = await Promise.race([
      calls.run({ method, args, instance, config: undefined }, mode),
      tooLong,
    ]).finally(() => clearTimeout(timer));
    if (!begunCall) throw new Stopped(phrase('checkupNoClick'));
    const { key } = begunCall;
    if (key === null) throw new SaidError(phrase('callNotSeen'));
    const isDone = () => {
      const entry = entryOf(key);
      return entry !== undefined && entry.status !== 'pending' && outcomeOf(key)?.id !== 'running';
    };
    if (!(await until(isDone, longestCall)))
      throw new SaidError(phrase('checkupTooLong', method, longestCall / 1000));
    const entry = entryOf(key);
    const after = entry && (await readAfter(endOf(entry)));
    return { key, outcome: outcomeOf(key), known: after };
  };
  /** Whether a call had one of the outcomes; what happened else. */
  const expect = (
    { key, outcome }: { key: string | null; outcome: Outcome | undefined },
    good: readonly Outcome['id'][],
    notes: readonly Outcome['id'][] = [],
  ): Found => {
    const keys = [key ?? undefined];
    for (const each of outcome?.evidence ?? []) if (each.type === 'entry') keys.push(each.key);
    const text = outcome ? outcome.sentence : phrase('callNotSeen');
    const status =
      outcome && good.some((id) => id === outcome.id)
        ? 'passed'
        : outcome && notes.some((id) => id === outcome.id)
          ? 'note'
          : 'failed';
    return found(status, text, ...keys);
  };
  let isBroken = false;
  const step = async (
    id: CheckupStepId,
    run: () => Promise<Found>,
    isNeeded = true,
  ): Promise<boolean> => {
    if (plan.omit.includes(id)) {
      set(id, { status: 'skipped', text: phrase('checkupLeftOut') });
      return false;
    }
    if (isBroken && isNeeded) {
      set(id, { status: 'skipped', text: phrase('checkupAfterFailure') });
      return false;
    }
    const begin = performance.now();
    set(id, { status: 'running' });
    const took = () => performance.now() - begin;
    try {
      // What was there is put back also when the checkup was stopped.
      if (id !== 'restore') checkStop();
      const { status, text, evidence = [] } = await run();
      set(id, { status, text, evidence, took: took() });
      if (status === 'failed' && isNeeded) isBroken = true;
      return status === 'passed' || status === 'note';
    } catch (error) {
      set(id, { status: 'failed', text: saidOf(error), took: took() });
      if (isNeeded || error instanceof Stopped) isBroken = true;
      return false;
    }
  };
  const can = (method: MethodName): boolean => {
    const sdk = known()?.sdk;
    return sdk !== undefined && hasMethod(method, sdk);
  };
  const tokenOf = (at: PageFacts | undefined) => at?.token?.text;

  tell();
  // A reading that is older may lack what the page load has just done.
  const before = await readAfter(begun).catch(() => known());
  const had = {
    token: tokenOf(before),
    subscription: before?.subscription !== undefined,
    scope: before?.own?.scope,
  };

  await step('sdk', async () => {
    const entry = before?.sdk.entry;
    if (!entry) return found('failed', phrase('callsNoSdk'));
    return passed(phrase('checkupSdk', entry.name, before.sdk.mode ?? '?'), entry.key);
  });
  await step('script', async () => {
    const at = known();
    const path = at?.sdk.config?.swPath;
    const own = at?.own?.active ?? at?.own?.waiting ?? at?.own?.installing;
    const url = own?.scriptURL ?? (path && page ? new URL(path, page.url).href : undefined);
    if (!url) return found('skipped', phrase('checkupScriptUnknown'));
    const broken = brokenScript(await panel.fetchScript(url));
    return broken ? found('failed', broken) : passed(phrase('checkupScript', url));
  });
  await step('permission', async () => {
    const permission = known()?.state.permission.notification ?? phrase('notThere');
    if (permission === 'granted') return passed('granted');
    return permission === 'default'
      ? found('note', phrase('checkupWillAsk'))
      : found('failed', phrase('checkupDenied', permission));
  });
  await step('clear', async () => {
    if (had.token === undefined) return passed(phrase('checkupNothingCached'));
    if (!can('removeToken')) return found('note', phrase('checkupCannotClear'));
    return expect(await make('removeToken', []), ['removed', 'partly-removed', 'not-found']);
  });
  const init = () =>
    make(
      'initSubscription',
      [plan.match, plan.update],
      known()?.state.permission.notification === 'default' ? plan.mode : 'plain',
    );
  const wasCleared = can('removeToken') || had.token === undefined;
  let first: SessionEntry | undefined;
  await step('init', async () => {
    const made = await init();
    first = entryOf(made.key);
    return expect(made, ['saved'], wasCleared ? [] : ['token-unchanged']);
  });
  await step('event', async () => {
    const hasEvents = known()?.sdk.entry?.detail.members.includes('events') === true;
    if (!hasEvents) return found('skipped', phrase('noEvents'));
    const event = session().entries.find(
      ({ kind, name, page: of, id }) =>
        kind === 'event' && name === 'subscribe' && of === page?.number && id > (first?.id ?? 0),
    );
    if (event?.kind !== 'event') return found('failed', phrase('checkupNoEvent'));
    const listeners = event.detail.listeners;
    return listeners === 0
      ? found('note', phrase('nobodyListened'), event.key)
      : passed(phrase('checkupEvent', listeners ?? '?'), event.key);
  });
  await step('worker', async () => {
    const own = known()?.own;
    if (!own) return found('failed', phrase('outcomeNoWorker'));
    return own.active
      ? passed(`${own.active.scriptURL} · ${own.active.state}`)
      : found('failed', phrase('checkupWorkerInactive'));
  });
  const checkToken = async (): Promise<Found> => {
    const at = known();
    const [cached, current] = [tokenOf(at), at && currentToken(at)];
    if (cached === undefined) return found('failed', phrase('checkupNotCached'));
    if (current === undefined) return found('failed', phrase('checkupNoSubscription'));
    return cached === current
      ? passed(phrase('checkupTokenSame'))
      : found('failed', phrase('checkupTokenOther'));
  };
  await step('token', checkToken);
  await step('update', async () =>
    can('updateSubscription')
      ? expect(await make('updateSubscription', [plan.match, plan.update]), ['updated'])
      : found('skipped', phrase('callsNoMethod', 'updateSubscription', 'G4')),
  );
  let isSuspended = await step('suspend', async () =>
    can('suspendSubscription')
      ? expect(await make('suspendSubscription', [plan.match]), ['suspended'])
      : found('skipped', phrase('callsNoMethod', 'suspendSubscription', 'G6')),
  );
  const isRemoved = await step('remove', async () =>
    can('removeToken')
      ? expect(await make('removeToken', []), ['removed'], ['partly-removed'])
      : found('skipped', phrase('callsNoMethod', 'removeToken', 'G3')),
  );
  await step('again', async () => {
    if (!isRemoved) return found('skipped', phrase('checkupNotRemoved'));
    const again = expect(await init(), ['saved']);
    if (again.status !== 'passed') return again;
    const token = await checkToken();
    isSuspended = false;
    return token.status === 'passed' ? again : token;
  });
  await step('push', async () => {
    const at = known();
    const sent = at && (await ways.sendPush?.(at));
    if (!sent) return found('skipped', phrase('wayNoPage'));
    if ('why' in sent) return found('skipped', sent.why);
    const outcome = outcomeOf(sent.key);
    const isWhole = outcome?.severity === 'ok';
    // Notes: shown with something that failed on the way; given to the page, as Firebase's worker does while one is seen.
    const notes = ['shown', 'posted-to-page', 'replaced'] as const;
    return expect({ key: sent.key, outcome }, isWhole ? ['shown'] : [], notes);
  });
  await step(
    'restore',
    async () => {
      const at = known();
      if (had.token !== undefined) {
        if (tokenOf(at) === had.token)
          return isSuspended
            ? found('note', phrase('checkupStaysSuspended'))
            : passed(phrase('checkupRestored'));
        await panel.changeStorage('restore', cacheWrites(before));
        return found('note', phrase('checkupWrittenBack'));
      }
      if (tokenOf(at) !== undefined && can('removeToken')) await make('removeToken', []);
      const scope = known()?.own?.scope;
      if (scope && !had.scope) await panel.actOnWorker({ type: 'unregister', scope });
      else if (scope && !had.subscription && known()?.subscription?.isOfPage === false)
        await panel.actOnWorker({ type: 'unsubscribe', scope });
      return found('note', phrase('checkupServerKeeps'));
    },
    false,
  );
  tell(true);
};

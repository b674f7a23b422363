import type { ListedNotification, RealmSignal } from '../injected/realm-signal';
import type { Encoded } from '../model/encoded-value';
import type { ErrorData, MadeOf, MadeStep, PushDetail } from '../model/entry';
import type { Json } from '../model/json';
import { noticeTag } from '../model/notice-tag';
import { ownError } from '../model/own-error';
import type { Delivered } from '../protocol/delivery';
import type { LiveSignal } from '../protocol/live-signal';
import type { PushNote } from '../session/session-change';
import { hasFailed } from './has-failed';
import {
  added,
  change,
  emptyLiveLog,
  holderOf,
  type LiveGroup,
  type LiveLog,
  placeLoose,
  pushStep,
  replaced,
  type Step,
  speaksOf,
  withStep,
} from './live-group';
import { inOrder, requestEntry } from './trace';

/** A handler may say something just after it has ended, milliseconds. */
const afterwards = 250;

const groupOf = (log: LiveLog, run: string, event: number): LiveGroup | undefined =>
  log.groups.findLast((group) => group.run === run && group.event === event);

/** Puts a step to the event that it belongs to; without one it is loose. `about`: what tells events apart that are handled at the same time. */
const place = (log: LiveLog, seen: LiveSignal, step: Step, about: string): LiveLog => {
  const { run } = seen;
  const { time } = step.entry;
  const ofRun = log.groups.filter((group) => group.run === run && group.event !== null);
  const open = ofRun.filter(({ ended }) => ended === null);
  const spoken = open.length > 1 ? open.filter((group) => speaksOf(group, about)) : open;
  const home =
    (spoken.length === 1 ? spoken[0] : open.at(-1)) ??
    ofRun.findLast(({ ended }) => ended !== null && time <= ended + afterwards);
  if (!home) return placeLoose(log, seen, step);
  const isGuess = home.isGuess || (open.length > 1 && spoken.length !== 1);
  return replaced(log, home, { ...withStep(home, step), isGuess });
};

const takeEvent = (
  log: LiveLog,
  { scope, script, run }: LiveSignal,
  { event, type, at, data }: Extract<RealmSignal, { what: 'event' }>,
): LiveLog =>
  added(log, {
    name: type,
    scope,
    script,
    run,
    event,
    begun: at,
    ended: null,
    data,
    steps: [{ id: `${run}:handler:${event}`, entry: pushStep('handler', at, {}) }],
    isGuess: false,
  });

const takeWait = (
  log: LiveLog,
  { run }: LiveSignal,
  { event, wait, at, status, error }: Extract<RealmSignal, { what: 'wait' }>,
): LiveLog => {
  const id = `${run}:wait:${event}:${wait}`;
  if (status !== 'pending')
    return change(log, id, (entry) => ({
      ...(entry as MadeOf<'worker-step'>),
      status: status === 'fulfilled' ? 'ok' : 'failed',
      duration: Math.max(0, at - entry.time),
      detail: { data: status, ...(error && { error }) },
    }));
  const group = groupOf(log, run, event);
  const entry = pushStep('waitUntil', at, { data: status }, 'pending');
  return group ? replaced(log, group, withStep(group, { id, entry })) : log;
};

const sameAs = (a: ListedNotification, b: ListedNotification): boolean =>
  a.title === b.title && a.body === b.body && a.tag === b.tag && a.timestamp === b.timestamp;

const takeEnd = (
  log: LiveLog,
  { run }: LiveSignal,
  { event, at, before, notifications }: Extract<RealmSignal, { what: 'end' }>,
): LiveLog => {
  const group = groupOf(log, run, event);
  if (!group) return log;
  // What a page shows that a worker gives the push to may be there by now, or not yet: it is no step of the worker's.
  const isAsked = group.steps.some(({ entry }) =>
    ['showNotification', 'postMessage'].includes(entry.name),
  );
  // A worker that has kept the browser's function for itself shows past the watcher.
  const unseen =
    isAsked || group.name !== 'push'
      ? []
      : notifications.filter(
          (now) => now.tag !== noticeTag && !before.some((then) => sameAs(now, then)),
        );
  const steps = [
    ...unseen.map(({ title, body, tag, data }) =>
      pushStep('showNotification', at, { data: { title, options: { body, tag, data } } }),
    ),
    pushStep('notifications', at, {
      data: { before, after: notifications } as unknown as Encoded,
    }),
  ].map((entry, index): Step => ({ id: `${run}:end:${event}:${index}`, entry }));
  const ended = { ...group, ended: at };
  return replaced(log, group, steps.reduce(withStep, ended));
};

const takeRequest = (
  log: LiveLog,
  seen: LiveSignal,
  { id, request }: Extract<LiveSignal['signal'], { what: 'request' }>,
  namesOf: NamesOf,
): LiveLog => {
  const key = `${seen.run}:request:${id}`;
  const named = (group: LiveGroup | undefined): MadeStep =>
    requestEntry(request, namesOf(group?.name === 'push' ? group.data : null));
  const holder = holderOf(log, key);
  if (holder) return change(log, key, () => named(holder));
  const placed = place(log, seen, { id: key, entry: named(undefined) }, request.url);
  return change(placed, key, () => named(holderOf(placed, key)));
};

const takeStopped = (log: LiveLog, { run }: LiveSignal, at: number): LiveLog => {
  const error = ownError('WorkerStopped');
  const groups = log.groups.map((group): LiveGroup => {
    if (group.run !== run) return group;
    const steps = group.steps.map(({ id, entry }): Step => {
      if (entry.status !== 'pending') return { id, entry };
      const detail = { ...entry.detail, error };
      return { id, entry: { ...entry, status: 'failed', detail } as MadeStep };
    });
    const isSame = steps.every((step, index) => step.entry === group.steps[index]?.entry);
    if (group.ended !== null) return isSame ? group : { ...group, steps };
    const entry = pushStep('stopped', at, { error }, 'failed');
    return { ...group, ended: at, steps: [...steps, { id: `${run}:stopped`, entry }] };
  });
  return { ...log, groups };
};

/** A notification that has gone, nobody knows how. */
export const takeGone = (
  log: LiveLog,
  seen: LiveSignal,
  { at, notification }: Extract<LiveSignal['signal'], { what: 'gone' }>,
): LiveLog => {
  const { title, tag } = notification;
  return placeLoose(log, seen, { id: '', entry: pushStep('gone', at, { data: { title, tag } }) });
};

/** The log when the end of what those groups handle will not be seen. */
const withUnwatched = (
  log: LiveLog,
  at: number,
  isMeant: (group: LiveGroup) => boolean,
): LiveLog => ({
  ...log,
  groups: log.groups.map((group) =>
    group.ended === null && isMeant(group)
      ? withStep(
          { ...group, ended: at },
          { id: `${group.ref}:unwatched`, entry: pushStep('unwatched', at, {}) },
        )
      : group,
  ),
});

/** Names of the requests that a push's text asks the worker for, by URL. */
export type NamesOf = (payload: Json) => Readonly<Record<string, string>>;

/** The log with one more signal. */
export const takeSignal = (log: LiveLog, seen: LiveSignal, namesOf: NamesOf): LiveLog => {
  const { signal, run } = seen;
  switch (signal.what) {
    case 'event':
      return takeEvent(log, seen, signal);
    case 'wait':
      return takeWait(log, seen, signal);
    case 'end':
      return takeEnd(log, seen, signal);
    case 'step': {
      const { step, name, at, data } = signal;
      const title = (data as { title?: unknown } | null)?.title;
      const entry = pushStep(name, at, { data: data as Encoded }, 'pending');
      const about = typeof title === 'string' ? title : '';
      return place(log, seen, { id: `${run}:step:${step}`, entry }, about);
    }
    case 'stepEnd': {
      const { step, took, result, error } = signal;
      return change(log, `${run}:step:${step}`, (entry) => ({
        ...(entry as MadeOf<'worker-step'>),
        status: error ? 'failed' : 'ok',
        duration: took,
        detail: {
          ...(entry as MadeOf<'worker-step'>).detail,
          ...(result !== null && result !== undefined && { result: result as Encoded }),
          ...(error && { error }),
        },
      }));
    }
    case 'request':
      return takeRequest(log, seen, signal, namesOf);
    case 'entry':
      // It never changes: nobody looks for it.
      return place(log, seen, { id: '', entry: signal.entry }, '');
    case 'stopped':
      return takeStopped(log, seen, signal.at);
    case 'lapsed':
      return withUnwatched(log, signal.at, (group) => group.run === run);
    case 'gone':
      return takeGone(log, seen, signal);
    case 'shown':
      // A worker that is looked into tells it itself.
      return log;
  }
};

/** The log when nobody watches any more: how the events end that are being handled is not known. */
export const endWatch = (log: LiveLog, at: number): LiveLog => ({
  ...withUnwatched(log, at, () => true),
  loose: 0,
  leftOut: 0,
});

/** A group as the session takes it. */
export const noteOf = (group: LiveGroup): PushNote => {
  const { ref, name, scope, script, begun, ended, data, isGuess } = group;
  const steps = group.steps.map(({ entry }) => entry);
  const isFailed = hasFailed(name, steps, true);
  const detail: PushDetail = {
    way: 'live',
    script,
    scope,
    ...(name === 'push'
      ? { payload: data as Encoded }
      : data !== null && { data: data as Encoded }),
    ...(isGuess && { isGuess }),
  };
  return {
    ref,
    push: {
      kind: 'push',
      name,
      // What happened in between is no whole that could fail.
      status: name === 'live' ? 'ok' : ended === null ? 'pending' : isFailed ? 'failed' : 'ok',
      time: begun,
      ...(ended !== null && name !== 'live' && { duration: ended - begun }),
      detail,
    },
    steps,
  };
};

/** The groups that have changed. */
export const changedGroups = (before: LiveLog, after: LiveLog): LiveGroup[] =>
  after.groups.filter((group) => !before.groups.includes(group));

/** What became of a push. */
export interface Trace {
  /** In the order in which they began. */
  steps: MadeStep[];
  /** Why it could not be delivered. */
  problem?: ErrorData;
  /** Milliseconds from the request to the handler's start, where that is known. */
  toHandler?: number;
}

/**
 * The trace of a push that was sent. `names`: what it calls some addresses. An event of the browser's own that the worker has handled meanwhile is none
 * of it.
 */
export const traceOf = (
  { signals, steps, problem, toHandler }: Delivered,
  names: Readonly<Record<string, string>>,
): Trace => {
  const sent = signals.find((signal) => signal.what === 'event' && signal.isSent);
  const event = sent?.what === 'event' ? sent.event : null;
  const seen = signals.reduce(
    (log, signal) => takeSignal(log, { scope: '', script: '', run: '', signal }, () => names),
    emptyLiveLog,
  );
  // Nobody has seen how it ended.
  const log = problem?.name === 'WatchEnded' ? endWatch(seen, Date.now()) : seen;
  const own = log.groups.filter((group) => group.event === null || group.event === event);
  return {
    steps: inOrder([...steps, ...own.flatMap((group) => group.steps.map(({ entry }) => entry))]),
    ...(problem && { problem }),
    ...(toHandler !== undefined && { toHandler }),
  };
};

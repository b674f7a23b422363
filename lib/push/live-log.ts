import type { ListedNotification, RealmSignal } from '../injected/realm-signal';
import type { Encoded } from '../model/encoded-value';
import type { MadeOf, MadeStep, PushDetail } from '../model/entry';
import { ownError } from '../model/own-error';
import type { LiveSignal } from '../protocol/live-signal';
import type { PushNote } from '../session/session-change';
import {
  added,
  change,
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
import { namesInPayload } from './push-names';
import { requestEntry } from './trace';

/** A handler may say something just after it has ended, milliseconds. */
const afterwards = 250;

/** The tag of the notification that Chromium shows in place of a worker that showed none. */
const noticeTag = 'user_visible_auto_notification';

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
  const isAsked = group.steps.some(({ entry }) => entry.name === 'showNotification');
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
): LiveLog => {
  const key = `${seen.run}:request:${id}`;
  const named = (group: LiveGroup | undefined): MadeStep =>
    requestEntry(request, group?.name === 'push' ? namesInPayload(group.data) : {});
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

/** The log with one more signal. */
export const takeSignal = (log: LiveLog, seen: LiveSignal): LiveLog => {
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
      return takeRequest(log, seen, signal);
    case 'entry':
      // It never changes: nobody looks for it.
      return place(log, seen, { id: '', entry: signal.entry }, '');
    case 'stopped':
      return takeStopped(log, seen, signal.at);
    case 'gone':
      return takeGone(log, seen, signal);
    case 'shown':
      // A worker that is looked into tells it itself.
      return log;
  }
};

/** The log when nobody watches any more: how the events end that are being handled is not known. */
export const endWatch = (log: LiveLog, at: number): LiveLog => ({
  ...log,
  loose: 0,
  leftOut: 0,
  groups: log.groups.map((group) =>
    group.ended === null
      ? withStep(
          { ...group, ended: at },
          { id: `${group.ref}:unwatched`, entry: pushStep('unwatched', at, {}) },
        )
      : group,
  ),
});

/** A group as the session takes it. */
export const noteOf = (group: LiveGroup): PushNote => {
  const { ref, name, scope, script, begun, ended, data, isGuess } = group;
  const steps = group.steps.map(({ entry }) => entry);
  const isFailed = steps.some(({ status }) => status === 'failed');
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

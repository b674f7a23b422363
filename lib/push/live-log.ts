import type { Json } from '../calls/json';
import { message } from '../i18n/message';
import type { Encoded, PushDetail } from '../protocol';
import type { MadeEntry, PushNote } from '../session';
import type { ListedNotification, LiveSight, RealmSight, WatchedEvent } from './live-sight';
import { namesInPayload } from './push-names';
import { requestEntry } from './trace';

/** An event of a worker and what the worker did meanwhile; or, without one, what it did in between. */
export interface LiveGroup {
  ref: string;
  name: WatchedEvent | 'live';
  scope: string;
  script: string;
  run: string;
  /** Its number in that run. */
  event: number | null;
  begun: number;
  ended: number | null;
  /** The push's text, or what the event says. */
  data: Json;
  steps: readonly { id: string; entry: MadeEntry }[];
  /** Some of its steps may be those of another event that was handled at the same time. */
  isGuess: boolean;
}

/** What was seen while workers were watched, sorted by the events that it belongs to. */
export interface LiveLog {
  groups: readonly LiveGroup[];
  /** How many groups there have been: their numbers are never used again. */
  count: number;
  /** Steps that belong to no event. */
  loose: number;
  /** Those that were left out, as there were too many. */
  leftOut: number;
}

/** Nothing was seen. */
export const emptyLiveLog: LiveLog = { groups: [], count: 0, loose: 0, leftOut: 0 };

/** A handler may say something just after it has ended, milliseconds. */
const afterwards = 250;
const maxGroups = 60;
const maxSteps = 400;
const maxInOneRoot = 200;
const maxLoose = 1_000;

type Step = LiveGroup['steps'][number];

const replaced = (log: LiveLog, before: LiveGroup, after: LiveGroup): LiveLog => ({
  ...log,
  groups: log.groups.map((group) => (group === before ? after : group)),
});

const added = (log: LiveLog, group: Omit<LiveGroup, 'ref'>): LiveLog => ({
  ...log,
  count: log.count + 1,
  groups: [...log.groups, { ...group, ref: `live.${log.count + 1}` }].slice(-maxGroups),
});

const withStep = (group: LiveGroup, step: Step): LiveGroup =>
  group.steps.length < maxSteps ? { ...group, steps: [...group.steps, step] } : group;

const groupOf = (log: LiveLog, run: string, event: number): LiveGroup | undefined =>
  log.groups.findLast((group) => group.run === run && group.event === event);

const holderOf = (log: LiveLog, id: string): LiveGroup | undefined =>
  log.groups.findLast(({ steps }) => steps.some((step) => step.id === id));

/** Whether a group's event speaks of something: its payload, or what a server has answered to it. */
const speaksOf = ({ data, steps }: LiveGroup, text: string): boolean => {
  if (text === '') return false;
  const said = [
    data,
    ...steps.map(({ entry }) => (entry.detail as { response?: Encoded }).response),
  ];
  const quoted = JSON.stringify(text).slice(1, -1);
  return said.some((each) => {
    const all = typeof each === 'string' ? each : JSON.stringify(each ?? null);
    // JSON text may be inside of JSON text.
    return all.includes(text) || all.includes(quoted) || all.replaceAll('\\', '').includes(text);
  });
};

/** Puts a step to the event that it belongs to; without one it is loose. `about`: what tells events apart that are handled at the same time. */
const place = (log: LiveLog, seen: LiveSight, step: Step, about: string): LiveLog => {
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

const placeLoose = (log: LiveLog, { scope, script, run }: LiveSight, step: Step): LiveLog => {
  if (log.loose >= maxLoose) return { ...log, leftOut: log.leftOut + 1 };
  const counted = { ...log, loose: log.loose + 1 };
  const last = log.groups.at(-1);
  if (last?.name === 'live' && last.scope === scope && last.steps.length < maxInOneRoot)
    return replaced(counted, last, withStep(last, step));
  const { time } = step.entry;
  return added(counted, {
    name: 'live',
    scope,
    script,
    run,
    event: null,
    begun: time,
    ended: time,
    data: null,
    steps: [step],
    isGuess: false,
  });
};

/** Changes a step where it stands. */
const change = (log: LiveLog, id: string, next: (entry: MadeEntry) => MadeEntry): LiveLog => {
  const group = holderOf(log, id);
  if (!group) return log;
  const steps = group.steps.map((step) =>
    step.id === id ? { id, entry: next(step.entry) } : step,
  );
  return replaced(log, group, { ...group, steps });
};

const pushStep = (
  name: string,
  time: number,
  detail: PushDetail,
  status: MadeEntry['status'] = 'ok',
): MadeEntry => ({ kind: 'push', name, status, time, detail });

const takeEvent = (
  log: LiveLog,
  { scope, script, run }: LiveSight,
  { event, type, at, data }: Extract<RealmSight, { what: 'event' }>,
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
  { run }: LiveSight,
  { event, wait, at, status, error }: Extract<RealmSight, { what: 'wait' }>,
): LiveLog => {
  const id = `${run}:wait:${event}:${wait}`;
  if (status !== 'pending')
    return change(log, id, (entry) => ({
      ...entry,
      kind: 'push',
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
  { run }: LiveSight,
  { event, at, before, notifications }: Extract<RealmSight, { what: 'end' }>,
): LiveLog => {
  const group = groupOf(log, run, event);
  if (!group) return log;
  const isAsked = group.steps.some(({ entry }) => entry.name === 'showNotification');
  // A worker that has kept the browser's function for itself shows past the watcher.
  const unseen =
    isAsked || group.name !== 'push'
      ? []
      : notifications.filter((now) => !before.some((then) => sameAs(now, then)));
  const steps = [
    ...unseen.map(({ title, body, tag, data }) =>
      pushStep('showNotification', at, { data: { title, options: { body, tag, data } } }),
    ),
    pushStep('notifications', at, { data: notifications as unknown as Encoded }),
  ].map((entry, index): Step => ({ id: `${run}:end:${event}:${index}`, entry }));
  const ended = { ...group, ended: at };
  return replaced(log, group, steps.reduce(withStep, ended));
};

const takeRequest = (
  log: LiveLog,
  seen: LiveSight,
  { id, request }: Extract<LiveSight['sight'], { what: 'request' }>,
): LiveLog => {
  const key = `${seen.run}:request:${id}`;
  const named = (group: LiveGroup | undefined): MadeEntry =>
    requestEntry(request, group?.name === 'push' ? namesInPayload(group.data) : {});
  const holder = holderOf(log, key);
  if (holder) return change(log, key, () => named(holder));
  const placed = place(log, seen, { id: key, entry: named(undefined) }, request.url);
  return change(placed, key, () => named(holderOf(placed, key)));
};

const takeStopped = (log: LiveLog, { run }: LiveSight, at: number): LiveLog => {
  const error = { name: 'Error', message: message('liveWorkerStopped') };
  const groups = log.groups.map((group): LiveGroup => {
    if (group.run !== run) return group;
    const steps = group.steps.map(({ id, entry }): Step => {
      if (entry.status !== 'pending') return { id, entry };
      const detail = { ...entry.detail, error };
      return { id, entry: { ...entry, status: 'failed', detail } as MadeEntry };
    });
    const isSame = steps.every((step, index) => step.entry === group.steps[index]?.entry);
    if (group.ended !== null) return isSame ? group : { ...group, steps };
    const entry = pushStep('stopped', at, { error }, 'failed');
    return { ...group, ended: at, steps: [...steps, { id: `${run}:stopped`, entry }] };
  });
  return { ...log, groups };
};

/** The log with one more sight. */
export const takeSight = (log: LiveLog, seen: LiveSight): LiveLog => {
  const { sight, run } = seen;
  switch (sight.what) {
    case 'event':
      return takeEvent(log, seen, sight);
    case 'wait':
      return takeWait(log, seen, sight);
    case 'end':
      return takeEnd(log, seen, sight);
    case 'step': {
      const { step, name, at, data } = sight;
      const title = (data as { title?: unknown } | null)?.title;
      const entry = pushStep(name, at, { data: data as Encoded }, 'pending');
      const about = typeof title === 'string' ? title : '';
      return place(log, seen, { id: `${run}:step:${step}`, entry }, about);
    }
    case 'stepEnd': {
      const { step, took, result, error } = sight;
      return change(log, `${run}:step:${step}`, (entry) => ({
        ...entry,
        kind: 'push',
        status: error ? 'failed' : 'ok',
        duration: took,
        detail: {
          ...(entry.detail as PushDetail),
          ...(result !== null && result !== undefined && { result: result as Encoded }),
          ...(error && { error }),
        },
      }));
    }
    case 'request':
      return takeRequest(log, seen, sight);
    case 'entry':
      // It never changes: nobody looks for it.
      return place(log, seen, { id: '', entry: sight.entry }, '');
    case 'stopped':
      return takeStopped(log, seen, sight.at);
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
      status: ended === null ? 'pending' : isFailed && name !== 'live' ? 'failed' : 'ok',
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

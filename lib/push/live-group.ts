import type { WatchedEvent } from '../injected/realm-signal';
import type { Encoded } from '../model/encoded-value';
import type { Details, MadeStep, NameOf } from '../model/entry';
import type { Json } from '../model/json';
import type { LiveSignal } from '../protocol/live-signal';

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
  steps: readonly { id: string; entry: MadeStep }[];
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

const maxGroups = 60;
const maxSteps = 400;
const maxInOneRoot = 200;
/** Steps that belong to no event: a worker may serve a site's pages, too. */
export const maxLoose = 1_000;

/** A step, with the name by which it is found again. */
export type Step = LiveGroup['steps'][number];

/** The log with another group in a group's place. */
export const replaced = (log: LiveLog, before: LiveGroup, after: LiveGroup): LiveLog => ({
  ...log,
  groups: log.groups.map((group) => (group === before ? after : group)),
});

/** The log with one more group; the oldest go. */
export const added = (log: LiveLog, group: Omit<LiveGroup, 'ref'>): LiveLog => ({
  ...log,
  count: log.count + 1,
  groups: [...log.groups, { ...group, ref: `live.${log.count + 1}` }].slice(-maxGroups),
});

/** The group with one more step, when there is room. */
export const withStep = (group: LiveGroup, step: Step): LiveGroup =>
  group.steps.length < maxSteps ? { ...group, steps: [...group.steps, step] } : group;

/** The group that has a step. */
export const holderOf = (log: LiveLog, id: string): LiveGroup | undefined =>
  log.groups.findLast(({ steps }) => steps.some((step) => step.id === id));

/** Whether a group's event speaks of something: its payload, or what a server has answered to it. */
export const speaksOf = ({ data, steps }: LiveGroup, text: string): boolean => {
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

/** Puts a step to those that belong to no event; when there are too many it is left out and counted. */
export const placeLoose = (
  log: LiveLog,
  { scope, script, run }: LiveSignal,
  step: Step,
): LiveLog => {
  if (log.loose >= maxLoose) return { ...log, leftOut: log.leftOut + 1 };
  const counted = { ...log, loose: log.loose + 1 };
  const last = log.groups.at(-1);
  if (
    last?.name === 'live' &&
    last.event === null &&
    last.scope === scope &&
    last.steps.length < maxInOneRoot
  )
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
export const change = (log: LiveLog, id: string, next: (entry: MadeStep) => MadeStep): LiveLog => {
  const group = holderOf(log, id);
  if (!group) return log;
  const steps = group.steps.map((step) =>
    step.id === id ? { id, entry: next(step.entry) } : step,
  );
  return replaced(log, group, { ...group, steps });
};

/** A step of the worker as an entry. */
export const pushStep = (
  name: NameOf<'worker-step'>,
  time: number,
  detail: Details['worker-step'],
  status: MadeStep['status'] = 'ok',
): MadeStep => ({ kind: 'worker-step', name, status, time, detail });

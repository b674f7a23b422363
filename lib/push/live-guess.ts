import type { Encoded } from '../model/encoded-value';
import type { LiveSignal } from '../protocol/live-signal';
import {
  added,
  change,
  holderOf,
  type LiveGroup,
  type LiveLog,
  maxLoose,
  pushStep,
  replaced,
  speaksOf,
  withStep,
} from './live-group';
import { takeGone } from './live-log';
import { requestEntry } from './trace';

/*
 * Where a browser lets nobody look into a worker, its events are guessed: what lies close together belongs together, and is a push when the worker
 * asked for the content of one, or when a notification appeared.
 */

/** What is that long after everything else belongs to something new, milliseconds. */
export const quietGap = 2_500;

/** What is still to come was before somebody put the clock back. */
const isFar = (at: number, before: number): boolean => Math.abs(at - before) > quietGap;

const lastActivity = ({ begun, steps }: LiveGroup): number =>
  Math.max(begun, ...steps.map(({ entry }) => entry.time + (entry.duration ?? 0)));

const isOpen = ({ event, ended, isGuess }: LiveGroup): boolean =>
  isGuess && event !== null && ended === null;

const begin = (log: LiveLog, { scope, script, run }: LiveSignal, at: number): LiveLog =>
  added(log, {
    name: 'live',
    scope,
    script,
    run,
    event: log.count + 1,
    begun: at,
    ended: null,
    data: null,
    steps: [],
    isGuess: true,
  });

/** The group in which something that began then belongs; a new one when there is none. */
const homeAt = (log: LiveLog, seen: LiveSignal, at: number): [LiveLog, LiveGroup] => {
  const open = log.groups.findLast((group) => isOpen(group) && group.script === seen.script);
  if (open && !isFar(at, lastActivity(open))) return [log, open];
  const next = begin(log, seen, at);
  return [next, next.groups.at(-1) as LiveGroup];
};

const takeRequest = (
  log: LiveLog,
  seen: LiveSignal,
  { id, request }: Extract<LiveSignal['signal'], { what: 'request' }>,
): LiveLog => {
  const key = `${seen.run}:request:${id}`;
  const entry = requestEntry(request, {});
  if (holderOf(log, key)) return change(log, key, () => entry);
  const isContent = entry.name === 'content/get';
  if (!isContent && log.loose >= maxLoose) return { ...log, leftOut: log.leftOut + 1 };
  const [next, home] = homeAt({ ...log, loose: log.loose + 1 }, seen, request.begun);
  const named = isContent ? ({ ...home, name: 'push' } as const) : home;
  return replaced(next, home, withStep(named, { id: key, entry }));
};

const takeShown = (
  log: LiveLog,
  seen: LiveSignal,
  { at, since, notification }: Extract<LiveSignal['signal'], { what: 'shown' }>,
): LiveLog => {
  const { title, body, tag, data } = notification;
  // Since the reading before, or while that was made.
  const near = log.groups.filter(
    (group) =>
      isOpen(group) && group.script === seen.script && lastActivity(group) >= since - quietGap,
  );
  const spoken = near.find((group) => speaksOf(group, title)) ?? near.at(-1);
  const [next, home] = spoken ? [log, spoken] : homeAt(log, seen, at);
  const options = { body, tag, data: data as Encoded };
  const entry = pushStep('showNotification', at, { data: { title, options } });
  return replaced(next, home, withStep({ ...home, name: 'push' }, { id: '', entry }));
};

/** The log with one more signal of a worker that cannot be looked into. */
export const takeGuessed = (log: LiveLog, seen: LiveSignal): LiveLog => {
  const { signal } = seen;
  if (signal.what === 'request') return takeRequest(log, seen, signal);
  if (signal.what === 'shown') return takeShown(log, seen, signal);
  return signal.what === 'gone' ? takeGone(log, seen, signal) : log;
};

/** Ends what has been quiet for long enough before a reading of the notifications that are shown, or before now where nobody reads. */
export const endQuiet = (log: LiveLog, readAt: number): LiveLog => {
  const groups = log.groups.map((group) => {
    const at = lastActivity(group);
    return isOpen(group) && isFar(readAt, at) ? { ...group, ended: at } : group;
  });
  return groups.some((group, index) => group !== log.groups[index]) ? { ...log, groups } : log;
};

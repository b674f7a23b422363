import type { ErrorData, MadeEntry } from '../model/entry';
import type { Json } from '../model/json';
import type { WorkerRequest } from './trace';
import type { WorkerStep } from './worker-job';

/** An event that a browser sends to a worker, and that is watched. */
export type WatchedEvent =
  | 'push'
  | 'notificationclick'
  | 'notificationclose'
  | 'pushsubscriptionchange';

/** A notification as it is listed. */
export interface ListedNotification {
  title: string;
  body: string;
  tag: string;
  /** When it was shown, milliseconds since the epoch; absent where the browser does not tell. */
  timestamp?: number;
  data: Json;
}

/** What the watcher in a worker's realm tells. `at`: milliseconds since the epoch. */
export type RealmSight =
  | { what: 'event'; event: number; type: WatchedEvent; at: number; data: Json }
  /** A promise that was given to `waitUntil`, and again when it is settled. */
  | {
      what: 'wait';
      event: number;
      wait: number;
      at: number;
      status: 'pending' | 'fulfilled' | 'rejected';
      error?: ErrorData;
    }
  /** The handler has ended; the notifications before the event and after it. */
  | {
      what: 'end';
      event: number;
      at: number;
      before: ListedNotification[];
      notifications: ListedNotification[];
    }
  | { what: 'step'; step: number; name: WorkerStep['name']; at: number; data: Json }
  | { what: 'stepEnd'; step: number; took: number; result?: Json; error?: ErrorData };

/** Something that was seen of a worker. */
export type WorkerSight =
  | RealmSight
  /** The same `id` again with more. */
  | { what: 'request'; id: string; request: WorkerRequest }
  /** Console output, an uncaught error. */
  | { what: 'entry'; entry: MadeEntry }
  | { what: 'stopped'; at: number }
  /** A notification that was not there at the reading before, `since`. */
  | { what: 'shown'; at: number; since: number; notification: ListedNotification }
  /** One that is not there any more. */
  | { what: 'gone'; at: number; notification: ListedNotification };

/** Something that was seen of a worker, and of which. */
export interface LiveSight {
  scope: string;
  script: string;
  /** Counts the worker's starts: numbers of events and steps begin anew with each. */
  run: string;
  sight: WorkerSight;
}

const events: readonly string[] = [
  'push',
  'notificationclick',
  'notificationclose',
  'pushsubscriptionchange',
] satisfies WatchedEvent[];
const steps: readonly string[] = [
  'showNotification',
  'openWindow',
  'focus',
  'navigate',
  'postMessage',
] satisfies WorkerStep['name'][];

type Fields = Record<string, unknown>;

const textOf = (value: unknown): string => String(value ?? '').slice(0, 20_000);

const readError = (value: unknown): ErrorData | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, message, stack } = value as Fields;
  return { name: textOf(name) || 'Error', message: textOf(message), stack: textOf(stack) };
};

const readListed = (value: unknown): ListedNotification[] =>
  (Array.isArray(value) ? value : []).slice(0, 100).map((each: Fields | null) => ({
    title: textOf(each?.title),
    body: textOf(each?.body),
    tag: textOf(each?.tag),
    ...(typeof each?.timestamp === 'number' && { timestamp: each.timestamp }),
    data: (each?.data ?? null) as Json,
  }));

/** Reads what came out of a worker's realm; `undefined` for what is nothing of it: a worker's scripts may have had their hands in it. */
export const readRealmSight = (text: string): RealmSight | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { what, event, step, wait, at, name, type, status, took, ...rest } = value as Fields;
  const number = (of: unknown): of is number => typeof of === 'number' && Number.isFinite(of);
  const error = readError(rest.error);
  const data = (rest.data ?? null) as Json;
  if (what === 'stepEnd')
    return number(step) && number(took)
      ? { what, step, took, result: (rest.result ?? null) as Json, ...(error && { error }) }
      : undefined;
  if (!number(at)) return undefined;
  if (what === 'step')
    return number(step) && steps.includes(name as string)
      ? { what, step, name: name as WorkerStep['name'], at, data }
      : undefined;
  if (!number(event)) return undefined;
  if (what === 'event')
    return events.includes(type as string)
      ? { what, event, type: type as WatchedEvent, at, data }
      : undefined;
  if (what === 'wait') {
    const known = (['pending', 'fulfilled', 'rejected'] as const).find((each) => each === status);
    return known && number(wait)
      ? { what, event, wait, at, status: known, ...(error && { error }) }
      : undefined;
  }
  if (what !== 'end') return undefined;
  const { before, notifications } = rest;
  return {
    what,
    event,
    at,
    before: readListed(before),
    notifications: readListed(notifications),
  };
};

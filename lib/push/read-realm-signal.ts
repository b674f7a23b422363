import type {
  ListedNotification,
  RealmSignal,
  StepName,
  WatchedEvent,
} from '../injected/realm-signal';
import type { ErrorData } from '../model/entry';
import type { Json } from '../model/json';

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
] satisfies StepName[];

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
export const readRealmSignal = (text: string): RealmSignal | undefined => {
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
      ? { what, step, name: name as StepName, at, data }
      : undefined;
  if (!number(event)) return undefined;
  if (what === 'event')
    return events.includes(type as string)
      ? {
          what,
          event,
          type: type as WatchedEvent,
          at,
          data,
          ...(rest.isSent === true && { isSent: true as const }),
        }
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

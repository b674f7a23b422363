import type { Json } from '../model/json';

/** An event that the panel brings about in a service worker's own realm. None of them is trusted. */
export type WorkerJob =
  | { type: 'push'; data: string | null }
  | { type: 'notificationclick'; tag: string; title: string; body: string; action: string }
  | { type: 'pushsubscriptionchange' };

/** How a job is done. */
export interface WorkerJobOptions {
  /** Milliseconds until a handler that has not ended is left alone. */
  timeout: number;
  /** Nothing is shown, opened or posted: only what the handler asked for is told. */
  isDry: boolean;
}

/** Something that the handler did, milliseconds since the event was dispatched. */
export interface WorkerStep {
  name: 'showNotification' | 'openWindow' | 'focus' | 'navigate' | 'postMessage';
  at: number;
  took?: number;
  data: Json;
  result?: Json;
  error?: { name: string; message: string };
}

/** An error as data. */
interface PlainError {
  name: string;
  message: string;
  stack: string;
}

/** A notification of the registration. */
export interface ListedNotification {
  title: string;
  body: string;
  tag: string;
  data: Json;
}

/** What the handler did. */
export interface WorkerJobResult {
  /** When the event was dispatched, milliseconds since the epoch. */
  begun: number;
  took: number;
  steps: WorkerStep[];
  /** A promise that was given to `waitUntil`, in order; `pending`: it did not end in time. */
  waits: { status: 'fulfilled' | 'rejected' | 'pending'; error?: PlainError }[];
  isTimedOut: boolean;
  /** Notifications that were shown before it, and that are after it. */
  before: ListedNotification[];
  notifications: ListedNotification[];
  /** Why the event could not be dispatched. */
  problem?: string;
}

/**
 * Runs in the worker's realm: it must be complete in itself. Wraps what a handler asks of the browser for the time of one event, and takes the
 * wrapping back whatever happens.
 */
export const runWorkerJob = async (
  job: WorkerJob,
  { timeout, isDry }: WorkerJobOptions,
): Promise<WorkerJobResult> => {
  const worker = globalThis as unknown as ServiceWorkerLike;
  const begin = performance.now();
  const since = (): number => performance.now() - begin;
  const result: WorkerJobResult = {
    begun: performance.timeOrigin + begin,
    took: 0,
    steps: [],
    waits: [],
    isTimedOut: false,
    before: [],
    notifications: [],
  };
  const plain = (value: unknown): Json => {
    try {
      return value === undefined ? null : JSON.parse(JSON.stringify(value));
    } catch (error) {
      return String(error);
    }
  };
  const list = async (): Promise<ListedNotification[]> =>
    (await worker.registration.getNotifications()).map(({ title, body, tag, data }) => ({
      title,
      body,
      tag,
      data: plain(data),
    }));
  const errorOf = (thrown: unknown): PlainError => {
    const { name, message, stack } = (thrown ?? {}) as Partial<Error>;
    return {
      name: String(name ?? 'Error'),
      message: String(message ?? thrown),
      stack: String(stack ?? ''),
    };
  };
  const undo: (() => void)[] = [];
  const wrap = (
    prototype: object | undefined,
    name: WorkerStep['name'],
    describe: (self: Record<string, unknown>, args: unknown[]) => Json,
    dry: () => unknown,
  ): void => {
    const held = prototype && Object.getOwnPropertyDescriptor(prototype, name);
    if (!held || typeof held.value !== 'function') return;
    const original = held.value as (...args: unknown[]) => unknown;
    const wrapped = function (this: Record<string, unknown>, ...args: unknown[]): unknown {
      const step: WorkerStep = { name, at: since(), data: describe(this, args) };
      result.steps.push(step);
      const end = (ended: Partial<WorkerStep>) =>
        Object.assign(step, { took: since() - step.at }, ended);
      try {
        const returned = isDry ? dry() : Reflect.apply(original, this, args);
        Promise.resolve(returned).then(
          (value) => end({ result: plain((value as { url?: string } | null)?.url ?? null) }),
          (error) => {
            const { name: kind, message } = errorOf(error);
            end({ error: { name: kind, message } });
          },
        );
        return returned;
      } catch (error) {
        const { name: kind, message } = errorOf(error);
        end({ error: { name: kind, message } });
        throw error;
      }
    };
    Object.defineProperty(prototype, name, { ...held, value: wrapped });
    undo.push(() => Object.defineProperty(prototype, name, held));
  };
  const absolute = (url: unknown): string => {
    try {
      return new URL(String(url), worker.location.href).href;
    } catch {
      return String(url);
    }
  };
  const { ServiceWorkerRegistration, Clients, WindowClient, Client } = worker;
  wrap(
    ServiceWorkerRegistration?.prototype,
    'showNotification',
    (_self, [title, options]) => ({ title: String(title), options: plain(options) }),
    () => Promise.resolve(),
  );
  wrap(
    Clients?.prototype,
    'openWindow',
    (_self, [url]) => ({ url: absolute(url) }),
    () => Promise.resolve(null),
  );
  wrap(
    WindowClient?.prototype,
    'focus',
    (self) => ({ url: String(self.url) }),
    () => Promise.resolve(null),
  );
  wrap(
    WindowClient?.prototype,
    'navigate',
    (_self, [url]) => ({ url: absolute(url) }),
    () => Promise.resolve(null),
  );
  wrap(
    Client?.prototype,
    'postMessage',
    (self, [message]) => ({ client: String(self.url), message: plain(message) }),
    () => undefined,
  );
  const waits: Promise<void>[] = [];
  const waitUntil = (promise: unknown): void => {
    const wait: WorkerJobResult['waits'][number] = { status: 'pending' };
    result.waits.push(wait);
    waits.push(
      Promise.resolve(promise).then(
        () => {
          wait.status = 'fulfilled';
        },
        (error) => {
          wait.status = 'rejected';
          wait.error = errorOf(error);
        },
      ),
    );
  };
  const makeEvent = async (): Promise<Event> => {
    if (job.type === 'push')
      return new worker.PushEvent('push', job.data === null ? {} : { data: job.data });
    if (job.type === 'pushsubscriptionchange') {
      const Made = worker.PushSubscriptionChangeEvent ?? worker.ExtendableEvent;
      return new Made(job.type, {});
    }
    const shown = await worker.registration.getNotifications();
    const notification = shown.find(
      ({ tag, title, body }) => tag === job.tag && title === job.title && body === job.body,
    );
    if (!notification) throw new Error('The notification is not shown any more.');
    return new worker.NotificationEvent(job.type, { notification, action: job.action });
  };
  try {
    // Asked before, answered in time: the handler does not wait for it.
    const before = list();
    const event = await makeEvent();
    // The browser's own refuses events that a script has made.
    Object.defineProperty(event, 'waitUntil', { value: waitUntil });
    worker.dispatchEvent(event);
    result.before = await before;
    const late = Symbol('late');
    const end = new Promise<symbol>((resolve) => setTimeout(() => resolve(late), timeout));
    // A handler may add promises while it waits for others.
    for (let known = -1; known !== waits.length; ) {
      known = waits.length;
      if ((await Promise.race([Promise.all(waits), end])) === late) {
        result.isTimedOut = true;
        break;
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    result.notifications = await list();
  } catch (error) {
    result.problem = errorOf(error).message;
  } finally {
    for (const restore of undo) restore();
  }
  result.took = since();
  return result;
};

type Constructor<T = object> = { prototype: T };

/** What is used of a worker's realm. */
interface ServiceWorkerLike {
  location: { href: string };
  registration: {
    getNotifications(): Promise<{ title: string; body: string; tag: string; data: unknown }[]>;
  };
  dispatchEvent(event: Event): boolean;
  ServiceWorkerRegistration?: Constructor;
  Clients?: Constructor;
  WindowClient?: Constructor;
  Client?: Constructor;
  PushEvent: new (type: string, init: object) => Event;
  NotificationEvent: new (type: string, init: object) => Event;
  ExtendableEvent: new (type: string, init: object) => Event;
  PushSubscriptionChangeEvent?: new (type: string, init: object) => Event;
}

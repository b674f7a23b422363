import type { RealmSignal, WatchedEvent } from './realm-signal';

/** What the watcher leaves to the one who put it in. */
export interface RealmWatch {
  /** Puts the lease off; false when the watcher has gone. */
  renew(): boolean;
  /** Takes the wrapping back; how many members somebody else has wrapped meanwhile: those go by themselves at their next call. */
  stop(): number;
}

/**
 * Runs in the worker's realm: it must be complete in itself. Tells by the function of that name, which it takes from the realm, of the browser's
 * own push and notification events and of what the worker asks of the browser. Events that a script has made are passed on unseen. Whoever put it
 * in must renew it within `lease` milliseconds, else it goes by itself: a debugger that was sent away cannot take anything back. `null`: the realm
 * of a worker that has just been started has not got all its members yet, and nothing was done.
 */
export const watchRealm = (binding: string, lease: number): RealmWatch | null => {
  // biome-ignore lint/suspicious/noExplicitAny: a realm is whatever it is
  const realm = globalThis as any;
  const needed = [
    'setTimeout',
    'clearTimeout',
    'performance',
    'PushMessageData',
    'ExtendableEvent',
  ];
  needed.push('PushEvent', 'NotificationEvent', 'ServiceWorkerRegistration', 'Clients', binding);
  if (needed.some((name) => realm[name] === undefined)) return null;
  const told: unknown = realm[binding];
  delete realm[binding];
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { stringify, parse } = JSON;
  const { now } = Date;
  const Native = Promise;
  const { then } = Native.prototype;
  const resolved = Native.resolve.bind(Native);
  const later: (act: () => void, time?: number) => number = realm.setTimeout.bind(realm);
  const dropTimer: (timer: number) => void = realm.clearTimeout.bind(realm);
  const clock: () => number = realm.performance.now.bind(realm.performance);
  const { getNotifications } = realm.ServiceWorkerRegistration.prototype;
  const { text } = realm.PushMessageData.prototype;
  const maxText = 20_000;
  let isOver = false;

  const tell = (signal: RealmSignal): void => {
    try {
      apply(told as () => void, realm, [stringify(signal)]);
    } catch {
      // Nobody listens any more.
    }
  };
  /** Steps of this turn: `event.waitUntil(show())` shows before it can be seen which event that is for. */
  let turn: RealmSignal[] = [];
  const flush = (): void => {
    const all = turn;
    turn = [];
    for (let at = 0; at < all.length; at++) tell(all[at] as RealmSignal);
  };
  const tellInTurn = (signal: RealmSignal): void => {
    turn[turn.length] = signal;
    if (turn.length === 1) apply(then, resolved(undefined), [flush]);
  };
  const plain = (value: unknown): never => {
    try {
      const written = stringify(value ?? null) ?? 'null';
      return (written.length > maxText ? written.slice(0, maxText) : parse(written)) as never;
    } catch (error) {
      return String(error) as never;
    }
  };
  const errorOf = (thrown: unknown) => {
    try {
      const { name, message, stack } = (thrown ?? {}) as Partial<Error>;
      return {
        name: String(name ?? 'Error').slice(0, 200),
        message: String(message ?? thrown).slice(0, 1_000),
        stack: String(stack ?? '').slice(0, 4_000),
      };
    } catch {
      return { name: 'Error', message: '', stack: '' };
    }
  };
  const absolute = (url: unknown): string => {
    try {
      return new URL(String(url), realm.location.href).href;
    } catch {
      return String(url);
    }
  };

  const wrapped: { owner: object; name: string; held: PropertyDescriptor; proxy: unknown }[] = [];
  const restore = (): number => {
    for (let at = wrapped.length - 1; at >= 0; at--) {
      const { owner, name, held, proxy } = wrapped[at] as (typeof wrapped)[number];
      const current = getOwnPropertyDescriptor(owner, name);
      // Somebody has put something over it: it would be lost.
      if (current?.value !== proxy && current?.get !== proxy) continue;
      defineProperty(owner, name, held);
      wrapped.splice(at, 1);
    }
    return wrapped.length;
  };
  type Act = (native: () => unknown, self: never, args: unknown[]) => unknown;
  const wrap = (owner: object | undefined, name: string, act: Act): void => {
    const held = owner && getOwnPropertyDescriptor(owner, name);
    const native = held?.value ?? held?.get;
    if (!owner || !held?.configurable || typeof native !== 'function') return;
    const proxy = new Proxy(native, {
      apply(_target, self, args: unknown[]) {
        if (!isOver) return act(native, self as never, args);
        restore();
        return apply(native, self, args);
      },
    });
    defineProperty(owner, name, { ...held, [held.get ? 'get' : 'value']: proxy });
    wrapped.push({ owner, name, held, proxy });
  };

  interface Seen {
    id: number;
    waits: number;
    open: number;
    before: Promise<unknown[]>;
    isEnded: boolean;
  }
  const seen = new WeakMap<object, Seen>();
  let lastEvent = 0;
  let isReading = false;
  const shown = async (): Promise<never[]> => {
    try {
      const list: Record<string, unknown>[] = await apply(getNotifications, realm.registration, []);
      return list.map(
        ({ title, body, tag, timestamp, data }) =>
          ({ title, body, tag, timestamp, data: plain(data) }) as never,
      );
    } catch {
      return [];
    }
  };
  const dataOf = (event: Record<string, unknown>): never => {
    if (event.type === 'push') {
      const data = event.data as object | null;
      return (data ? String(apply(text, data, [])).slice(0, maxText) : null) as never;
    }
    if (event.type === 'pushsubscriptionchange') {
      const { oldSubscription, newSubscription } = event;
      return plain({ oldSubscription, newSubscription });
    }
    const { title, body, tag, data } = event.notification as Record<string, unknown>;
    return plain({ title, body, tag, action: event.action, data });
  };
  const kinds = ['push', 'notificationclick', 'notificationclose', 'pushsubscriptionchange'];
  const checkEnd = (one: Seen): void =>
    void later(async () => {
      if (one.open > 0 || one.isEnded) return;
      one.isEnded = true;
      const at = now();
      const [before, notifications] = [await one.before, await shown()];
      tell({ what: 'end', event: one.id, at, before: before as never, notifications });
    });
  const isOfBrowser = (event: object): boolean => {
    try {
      const { isTrusted, type } = event as Event;
      return isTrusted === true && kinds.includes(type);
    } catch {
      return false;
    }
  };
  /** The event, when it is the browser's own; it is told of when it is met first. */
  const meet = (event: object): Seen | undefined => {
    const known = seen.get(event);
    if (known) {
      flush();
      return known;
    }
    if (!isOfBrowser(event)) return undefined;
    const { type } = event as Event;
    const one: Seen = { id: ++lastEvent, waits: 0, open: 0, before: shown(), isEnded: false };
    seen.set(event, one);
    let data: never = null as never;
    isReading = true;
    try {
      data = dataOf(event as never);
    } catch {
      // It is told of without.
    }
    isReading = false;
    tell({ what: 'event', event: one.id, type: type as WatchedEvent, at: now(), data });
    flush();
    checkEnd(one);
    return one;
  };
  const meeting: Act = (native, self, args) => {
    if (!isReading) meet(self);
    return apply(native, self, args);
  };
  wrap(realm.PushEvent?.prototype, 'data', meeting);
  wrap(realm.NotificationEvent?.prototype, 'notification', meeting);
  wrap(realm.NotificationEvent?.prototype, 'action', meeting);
  wrap(realm.ExtendableEvent?.prototype, 'waitUntil', (native, self, args) => {
    const one = args.length > 0 ? meet(self) : undefined;
    if (!one) return apply(native, self, args);
    // A thenable is asked once, as it would be.
    const promise = resolved(args[0]);
    const result = apply(native, self, [promise]);
    const wait = one.waits++;
    one.open++;
    const over = (status: 'fulfilled' | 'rejected', error?: ReturnType<typeof errorOf>) => {
      one.open--;
      tell({ what: 'wait', event: one.id, wait, at: now(), status, ...(error && { error }) });
      checkEnd(one);
    };
    tell({ what: 'wait', event: one.id, wait, at: now(), status: 'pending' });
    apply(then, promise, [() => over('fulfilled'), (error) => over('rejected', errorOf(error))]);
    return result;
  });

  let lastStep = 0;
  const asks = (
    owner: object | undefined,
    name: Extract<RealmSignal, { what: 'step' }>['name'],
    describe: (self: Record<string, unknown>, args: unknown[]) => object,
  ): void =>
    wrap(owner, name, (native, self, args) => {
      const step = ++lastStep;
      const begin = clock();
      try {
        tellInTurn({ what: 'step', step, name, at: now(), data: describe(self, args) as never });
      } catch {
        // It is told of by its end.
      }
      const end = (result: unknown, thrown?: { error: unknown }) =>
        tellInTurn({
          what: 'stepEnd',
          step,
          took: clock() - begin,
          ...(thrown ? { error: errorOf(thrown.error) } : { result: plain(result) }),
        });
      let returned: unknown;
      try {
        returned = apply(native, self, args);
      } catch (error) {
        end(null, { error });
        throw error;
      }
      if (!(returned instanceof Native)) {
        end(null);
        return returned;
      }
      // One that stands for it: whether the worker handles a rejection stays its own affair.
      return apply(then, returned, [
        (value) => {
          end((value as { url?: string } | null | undefined)?.url);
          return value;
        },
        (error) => {
          end(null, { error });
          throw error;
        },
      ]);
    });
  asks(realm.ServiceWorkerRegistration?.prototype, 'showNotification', (_self, args) => ({
    title: String(args[0]),
    options: plain(args[1]),
  }));
  asks(realm.Clients?.prototype, 'openWindow', (_self, [url]) => ({ url: absolute(url) }));
  asks(realm.WindowClient?.prototype, 'focus', (self) => ({ url: String(self.url) }));
  asks(realm.WindowClient?.prototype, 'navigate', (_self, [url]) => ({ url: absolute(url) }));
  asks(realm.Client?.prototype, 'postMessage', (self, [message]) => ({
    client: String(self.url),
    message: plain(message),
  }));

  let timer = 0;
  const stop = (): number => {
    isOver = true;
    dropTimer(timer);
    return restore();
  };
  const renew = (): boolean => {
    if (isOver) return false;
    dropTimer(timer);
    timer = later(stop, lease);
    return true;
  };
  renew();
  return { renew, stop };
};

import type { RealmSignal, StepName, WatchedEvent } from './realm-signal';
import type { Act, RealmTools } from './realm-tools';

/** What the observer leaves to the one who put it in. */
export interface RealmObserver {
  /** Puts the lease off; false when the observer has gone. */
  renew(): boolean;
  /**
   * Observes an event that a script has made as it does the browser's own, and answers its `waitUntil`, which the browser's own refuses. `isDry`: until
   * it is left nothing is shown, opened or posted. `leave` tells its end where that has not come, and resolves when it is told.
   */
  follow(event: object, isDry: boolean): { ended: Promise<void>; leave(): Promise<void> };
  /** Takes the wrapping back; how many members somebody else has wrapped meanwhile: those go by themselves at their next call. */
  stop(): number;
}

/**
 * Runs in the worker's realm: it must be complete in itself. Tells by the function of that name, which it takes from the realm, of the browser's
 * own push and notification events and of what the worker asks of the browser. Events that a script has made are passed on unseen, but for those that
 * are followed. Whoever put it in must renew it within `lease` milliseconds, else it goes by itself: a debugger that was sent away cannot take anything back. `null`: the realm
 * of a worker that has just been started has not got all its members yet, and nothing was done.
 */
export const observeRealm = (
  binding: string,
  lease: number,
  makeTools: (isOver: () => boolean, base: string, maxText: number) => RealmTools,
): RealmObserver | null => {
  // biome-ignore lint/suspicious/noExplicitAny: a realm is whatever it is
  const realm = globalThis as any;
  const needed =
    'setTimeout clearTimeout performance PushMessageData ExtendableEvent PushEvent NotificationEvent ServiceWorkerRegistration Clients';
  if ([...needed.split(' '), binding].some((name) => realm[name] === undefined)) return null;
  const told: unknown = realm[binding];
  delete realm[binding];
  const { apply, defineProperty } = Reflect;
  const { stringify } = JSON;
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
  let isDryRun = false;

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
  const { wrap, restore, plain, errorOf, absolute } = makeTools(
    () => isOver,
    realm.location.href,
    maxText,
  );

  interface Seen {
    id: number;
    waits: number;
    open: number;
    before: Promise<unknown[]>;
    ended: Promise<void> | undefined;
    onEnd(): void;
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
  const tellEnd = async ({ id, before, onEnd }: Seen): Promise<void> => {
    const at = now();
    const notifications = await shown();
    tell({ what: 'end', event: id, at, before: (await before) as never, notifications });
    onEnd();
  };
  const end = (one: Seen): Promise<void> => {
    one.ended ??= tellEnd(one);
    return one.ended;
  };
  const checkEnd = (one: Seen): void =>
    void later(() => {
      if (one.open === 0) void end(one);
    });
  const isOfBrowser = (event: object): boolean => {
    try {
      const { isTrusted, type } = event as Event;
      return isTrusted === true && kinds.includes(type);
    } catch {
      return false;
    }
  };
  const begin = (event: object, onEnd?: () => void): Seen => {
    const { type } = event as Event;
    const one: Seen = {
      id: ++lastEvent,
      waits: 0,
      open: 0,
      before: shown(),
      ended: undefined,
      onEnd: onEnd ?? (() => {}),
    };
    seen.set(event, one);
    let data: never = null as never;
    isReading = true;
    try {
      data = dataOf(event as never);
    } catch {
      // It is told of without.
    }
    isReading = false;
    tell({
      what: 'event',
      event: one.id,
      type: type as WatchedEvent,
      at: now(),
      data,
      ...(onEnd && { isSent: true }),
    });
    flush();
    checkEnd(one);
    return one;
  };
  /** The event, when it is the browser's own; it is told of when it is met first. */
  const meet = (event: object): Seen | undefined => {
    const known = seen.get(event);
    if (known) flush();
    return known ?? (isOfBrowser(event) ? begin(event) : undefined);
  };
  const meeting: Act = (native, self, args) => {
    if (!isReading) meet(self);
    return apply(native, self, args);
  };
  wrap(realm.PushEvent?.prototype, 'data', meeting);
  wrap(realm.NotificationEvent?.prototype, 'notification', meeting);
  wrap(realm.NotificationEvent?.prototype, 'action', meeting);
  const wait = (one: Seen, promise: Promise<unknown>): void => {
    const wait = one.waits++;
    one.open++;
    const over = (status: 'fulfilled' | 'rejected', error?: ReturnType<typeof errorOf>) => {
      one.open--;
      tell({ what: 'wait', event: one.id, wait, at: now(), status, ...(error && { error }) });
      checkEnd(one);
    };
    tell({ what: 'wait', event: one.id, wait, at: now(), status: 'pending' });
    apply(then, promise, [() => over('fulfilled'), (error) => over('rejected', errorOf(error))]);
  };
  wrap(realm.ExtendableEvent?.prototype, 'waitUntil', (native, self, args) => {
    const one = args.length > 0 ? meet(self) : undefined;
    if (!one) return apply(native, self, args);
    // A thenable is asked once, as it would be.
    const promise = resolved(args[0]);
    const result = apply(native, self, [promise]);
    wait(one, promise);
    return result;
  });
  const follow: RealmObserver['follow'] = (event, isDry) => {
    let onEnd = (): void => {};
    const ended = new Native<void>((resolve) => {
      onEnd = resolve;
    });
    const one = begin(event, onEnd);
    const waitUntil = (promise: unknown): void => {
      flush();
      wait(one, resolved(promise));
    };
    defineProperty(event, 'waitUntil', { value: waitUntil });
    isDryRun = isDry;
    return {
      ended,
      leave() {
        isDryRun = false;
        return end(one);
      },
    };
  };

  const nothing = resolved(null);
  const dryAnswers: Record<StepName, unknown> = {
    showNotification: resolved(undefined),
    openWindow: nothing,
    focus: nothing,
    navigate: nothing,
    postMessage: undefined,
  };
  let lastStep = 0;
  const asks = (
    owner: object | undefined,
    name: StepName,
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
      const over = (result: unknown, thrown?: { error: unknown }) =>
        tellInTurn({
          what: 'stepEnd',
          step,
          took: clock() - begin,
          ...(thrown ? { error: errorOf(thrown.error) } : { result: plain(result) }),
        });
      let returned: unknown;
      try {
        returned = isDryRun ? dryAnswers[name] : apply(native, self, args);
      } catch (error) {
        over(null, { error });
        throw error;
      }
      if (!(returned instanceof Native)) {
        over(null);
        return returned;
      }
      // One that stands for it: whether the worker handles a rejection stays its own affair.
      return apply(then, returned, [
        (value) => {
          over((value as { url?: string } | null | undefined)?.url);
          return value;
        },
        (error) => {
          over(null, { error });
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
  return { renew, follow, stop };
};

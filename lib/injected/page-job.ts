import type { MethodName } from '../akpush/methods';
import type { Json } from '../model/json';

/** Something that the panel has done in the page's own world, with the page's own SDK. */
export type PageJob =
  /** What the page has: instances in its global variables, listeners of its events. */
  | { type: 'survey' }
  | {
      type: 'call';
      method: MethodName;
      /** `null` for an argument that is not given: see `given`. */
      args: Json[];
      /** Which of `args` are given. */
      given: boolean[];
      /** A global variable that holds an instance; empty: `new AKPush(config)`. */
      instance: string;
      config: Json;
      hasConfig: boolean;
    }
  /** Asks the user for the permission to show notifications; ends when the prompt is there, not when it is answered. */
  | { type: 'ask-permission' }
  | { type: 'listen' | 'unlisten'; event: string }
  | { type: 'emit'; event: string; payload: Json }
  /** What Firebase's worker posts to a page whose window is visible. */
  | { type: 'foreground'; scope: string; message: Json };

/** Listeners of an event of `AKPush.events`. */
export interface EventListeners {
  event: string;
  /** All of them, the panel's included; `null` when the emitter does not tell. */
  count: number | null;
  /** Whether the panel listens. */
  isOurs: boolean;
}

/** What a page has for calls. */
export interface PageSurvey {
  hasSdk: boolean;
  /** Global variables that hold an instance. */
  instances: string[];
  /** `null` where the SDK has no `events`. */
  events: EventListeners[] | null;
}

/** What became of a job; the result of a call is in the timeline. */
export type JobAnswer = { ok: PageSurvey | null } | { failed: { name: string; message: string } };

/**
 * Runs in the page's world, where it finds nothing of the extension: it must be complete in itself. Reads the page's variables without
 * running accessors; what the SDK throws is the page's, and is told.
 */
export const runPageJob = (job: PageJob): JobAnswer | Promise<JobAnswer> => {
  type Emitter = Record<string, unknown> & {
    on(event: string, listener: (...args: unknown[]) => void): unknown;
    off?(event: string, listener: unknown): unknown;
    removeListener(event: string, listener: unknown): unknown;
    emit(event: string, payload: unknown): unknown;
  };
  type Sdk = (new (config?: unknown) => Record<string, unknown>) & Record<string, unknown>;
  const listenerName = 'akpushInspectorListener';
  const page = window as unknown as Record<string, unknown>;
  const own = (holder: object, name: PropertyKey): unknown =>
    Object.getOwnPropertyDescriptor(holder, name)?.value;
  const isListener = (each: unknown): boolean =>
    typeof each === 'function' && each.name === listenerName;
  const listed = (value: unknown): unknown[] =>
    // eventemitter3 keeps `{fn}`, Node's `once` a function with `listener`.
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((each) =>
      typeof each === 'object' && each !== null ? own(each, 'fn') : each,
    );
  const tableOf = (events: object): Record<string, unknown> => {
    const table = own(events, '_events');
    return typeof table === 'object' && table !== null ? (table as Record<string, unknown>) : {};
  };

  const sdk = page.AKPush as Sdk | undefined;
  const findInstances = (): string[] => {
    const isInstance = (name: string): boolean => {
      try {
        const value = own(window, name);
        return typeof value === 'object' && value !== null && value instanceof (sdk as Sdk);
      } catch {
        return false;
      }
    };
    return Object.getOwnPropertyNames(window).slice(0, 5000).filter(isInstance).slice(0, 50);
  };
  const survey = (): PageSurvey => {
    if (typeof sdk !== 'function') return { hasSdk: false, instances: [], events: null };
    const events = sdk.events as Emitter | undefined;
    const instances = findInstances();
    if (!events || typeof events.emit !== 'function')
      return { hasSdk: true, instances, events: null };
    const table = tableOf(events);
    const known = ['subscribe', 'update_subscription', 'suspend_subscription'];
    const names = [...new Set([...known, ...Object.keys(table)])].slice(0, 100);
    const count = (event: string): number | null => {
      if (table[event] !== undefined) return listed(table[event]).length;
      if (own(events, '_events') !== undefined) return 0;
      const told = typeof events.listenerCount === 'function' ? events.listenerCount(event) : null;
      return typeof told === 'number' ? told : null;
    };
    return {
      hasSdk: true,
      instances,
      events: names.map((event) => ({
        event: String(event).slice(0, 200),
        count: count(event),
        isOurs: listed(table[event]).some(isListener),
      })),
    };
  };
  const emitter = (): Emitter => {
    const events = sdk?.events as Emitter | undefined;
    if (!events || typeof events.emit !== 'function')
      throw new TypeError('This SDK has no AKPush.events');
    return events;
  };
  // Names that a minifier must leave: one in the stack tells calls that the panel made, one tells the panel's listeners.
  const named = Object.freeze({
    akpushInspectorJob: (call: () => unknown): unknown => call(),
    akpushInspectorListener: (event: string) =>
      Object.freeze({
        akpushInspectorListener: (...payload: unknown[]) =>
          console.info(`[AKPush Inspector] ${event}`, ...payload),
      }),
  });

  try {
    if (job.type === 'foreground') {
      const data = {
        ...(job.message as object),
        isFirebaseMessaging: true,
        messageType: 'push-received',
      };
      return navigator.serviceWorker.getRegistrations().then((registrations): JobAnswer => {
        const own = registrations.find(({ scope }) => scope === job.scope);
        const init = { data, origin: location.origin, source: own?.active ?? null };
        navigator.serviceWorker.dispatchEvent(new MessageEvent('message', init));
        return { ok: null };
      });
    }
    if (job.type === 'ask-permission') {
      const asked = named.akpushInspectorJob(() => Notification.requestPermission());
      // Old browsers answer by a callback only.
      if (asked instanceof Promise) asked.catch(() => {});
      return { ok: null };
    }
    if (job.type === 'survey') return { ok: survey() };
    if (typeof sdk !== 'function') throw new TypeError('window.AKPush is not there');
    if (job.type === 'call') {
      const args = job.args.map((arg, index) => (job.given[index] ? arg : undefined));
      const call = (target: object): unknown => {
        const method = Reflect.get(target, job.method);
        if (typeof method !== 'function') throw new TypeError(`There is no ${job.method}`);
        return named.akpushInspectorJob(() => Reflect.apply(method, target, args));
      };
      const target = (): object => {
        if (job.method === 'removeToken') return sdk;
        if (job.instance === '')
          return named.akpushInspectorJob(() =>
            job.hasConfig ? new sdk(job.config) : new sdk(),
          ) as object;
        const value = own(window, job.instance);
        if (typeof value !== 'object' || value === null)
          throw new TypeError(`window.${job.instance} is no instance any more`);
        return value;
      };
      const result = call(target());
      // Its rejection is the timeline's to tell; here it would be an unhandled one.
      if (result instanceof Promise) result.catch(() => {});
    } else if (job.type === 'emit') {
      const events = emitter();
      named.akpushInspectorJob(() => events.emit(job.event, job.payload));
    } else if (job.type === 'listen') {
      const { akpushInspectorListener } = named.akpushInspectorListener(job.event);
      emitter().on(job.event, akpushInspectorListener);
    } else {
      const events = emitter();
      const remove = typeof events.off === 'function' ? events.off : events.removeListener;
      for (const listener of listed(tableOf(events)[job.event]).filter(isListener))
        Reflect.apply(remove, events, [job.event, listener]);
    }
    return { ok: null };
  } catch (thrown) {
    const error = thrown as { name?: unknown; message?: unknown };
    const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 1000) : '');
    return { failed: { name: text(error?.name) || 'Error', message: text(error?.message) } };
  }
};

import type { PageState } from '../../lib/model/page-state';
import type { StateListener, StateWatch } from '../../lib/model/state-reader';

/** Reads the state again when it may have changed, and at least once a second: IndexedDB and other tabs tell nobody of their changes. */
const interval = 1_000;
/** How often where nobody looks at it. */
const seldomInterval = 10_000;
/** What changes one thing mostly changes more: these are read together. Milliseconds. */
const delay = 100;

/** Events that tell of a change, and where. */
const signals = (): [EventTarget | undefined, string][] => [
  [window, 'storage'],
  [window, 'pageshow'],
  [document, 'visibilitychange'],
  [navigator.serviceWorker, 'controllerchange'],
];

/** Watches the state with `read`, for as long as somebody listens. */
export const watchState = (read: () => Promise<PageState>): StateWatch => {
  const listeners = new Map<StateListener, string>();
  const seldom = new Set<StateListener>();
  const pause = () => (listeners.size > seldom.size ? interval : seldomInterval);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isWanted = false;
  let isListening = false;
  let lastEnd = 0;
  let status: PermissionStatus | undefined;
  const followed = new WeakSet<EventTarget>();

  /** When the next reading is due: a stream of changes must not put it off. */
  let due = Number.POSITIVE_INFINITY;
  const schedule = (after: number): void => {
    const at = performance.now() + after;
    if (due <= at) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(readNow, after);
  };
  const touch = (): void => {
    if (listeners.size === 0) return;
    if (isReading) isWanted = true;
    else schedule(delay);
  };
  /** Workers tell of their states by themselves. The listeners stay with them: they do nothing when nobody listens. */
  const follow = async (): Promise<void> => {
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    for (const registration of registrations) {
      const { installing, waiting, active } = registration;
      for (const target of [registration, installing, waiting, active])
        if (target && !followed.has(target)) {
          followed.add(target);
          target.addEventListener(target === registration ? 'updatefound' : 'statechange', touch);
        }
    }
  };
  const listen = async (on: boolean): Promise<void> => {
    if (isListening === on) return;
    isListening = on;
    for (const [target, name] of signals())
      if (on) target?.addEventListener(name, touch);
      else target?.removeEventListener(name, touch);
    if (on) status ??= await navigator.permissions.query({ name: 'notifications' });
    if (isListening) status?.addEventListener('change', touch);
    else status?.removeEventListener('change', touch);
  };

  async function readNow(): Promise<void> {
    if (isReading) return;
    due = Number.POSITIVE_INFINITY;
    isReading = true;
    isWanted = false;
    follow().catch(() => {});
    const state = await read();
    isReading = false;
    lastEnd = performance.now();
    const { readAt, took: _, ...rest } = state;
    const same = JSON.stringify(rest);
    for (const [listener, last] of listeners) {
      listeners.set(listener, same);
      listener(last === same ? null : JSON.stringify(state), readAt);
    }
    if (listeners.size > 0) schedule(isWanted ? delay : pause());
  }

  return {
    touch,
    catchUp() {
      const isOverdue = performance.now() - lastEnd > pause() * 1.25;
      if (listeners.size === 0 || isReading || !isOverdue) return;
      clearTimeout(timer);
      void readNow();
    },
    add(listener, isSeldom) {
      listeners.set(listener, '');
      seldom[isSeldom ? 'add' : 'delete'](listener);
      listen(true).catch(() => {});
      if (isReading) isWanted = true;
      else void readNow();
    },
    remove(listener) {
      listeners.delete(listener);
      seldom.delete(listener);
      if (listeners.size > 0) return;
      due = Number.POSITIVE_INFINITY;
      clearTimeout(timer);
      listen(false).catch(() => {});
    },
  };
};

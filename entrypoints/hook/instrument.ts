import { draft, type PendingEntry } from './log';
import { bare, call, gestureText, inherits, permission, prototypeOf, read, safe } from './natives';
import { type Recording, record } from './record';
import { recordFetch } from './record-request';
import { stackHere } from './stack';
import { toJson } from './to-json';
import { recordError } from './watch-errors';
import { followRegistration, scopeOf, watchWorkers } from './watch-workers';
import { type OnCall, wrapMethod } from './wrap';

/** How one asynchronous built-in is recorded. */
interface BuiltIn extends Pick<Recording, 'done' | 'failed'> {
  note(detail: PendingEntry['detail'], self: unknown, args: unknown[]): void;
}

const onCall =
  (
    kind: 'permission' | 'subscription' | 'worker',
    name: string,
    { note, done, failed }: BuiltIn,
  ): OnCall =>
  (original, self, args) =>
    record(
      original,
      self,
      args,
      bare({
        begin() {
          const entry = draft(kind, name, stackHere());
          note(entry.detail, self, args);
          return entry;
        },
        done,
        failed,
      } as Recording),
    );

const requestPermission: BuiltIn = bare<BuiltIn>({
  note(detail) {
    detail.before = toJson(permission());
    detail.gesture = gestureText();
  },
  done({ detail }, value) {
    // The old form calls back and returns nothing.
    detail.answer = toJson(typeof value === 'string' ? value : permission());
  },
});

const pushMethod: BuiltIn = bare<BuiltIn>({
  note(detail, self, args) {
    detail.scope = toJson(scopeOf(self));
    detail.gesture = gestureText();
    if (args[0]) detail.options = toJson(args[0]);
  },
  done({ detail }, value) {
    // A PushSubscription in its own words; `null`, a boolean or a page's stand-in as it is.
    detail.result = toJson(
      safe(
        () => inherits(value as object, prototypeOf('PushSubscription')) && call(value, 'toJSON'),
      ) || value,
    );
  },
});

const register: BuiltIn = bare<BuiltIn>({
  note(detail, _self, args) {
    detail.script = toJson(safe(() => read(args[0], 'href')) ?? args[0]);
    if (args[1]) detail.options = toJson(args[1]);
  },
  done({ detail }, value) {
    detail.scope = toJson(followRegistration(value));
  },
  failed: (_entry, error) => recordError('worker-registration', error),
});

/** `update` and `unregister`. */
const ofRegistration: BuiltIn = bare<BuiltIn>({
  note(detail, self) {
    detail.scope = toJson(followRegistration(self));
  },
});

let isInstrumented = false;

/** Wraps what the SDK does with the browser. Called once AKPush exists, and never before. */
export const instrument = (): void => {
  if (isInstrumented) return;
  isInstrumented = true;
  const watch = (
    kind: 'permission' | 'subscription' | 'worker',
    holder: unknown,
    name: string,
    builtIn: BuiltIn,
  ) => safe(() => wrapMethod(holder as object, name, onCall(kind, name, builtIn)));
  const push = prototypeOf('PushManager');
  safe(() => wrapMethod(window, 'fetch', recordFetch));
  watch('permission', read(window, 'Notification'), 'requestPermission', requestPermission);
  watch('subscription', push, 'subscribe', pushMethod);
  watch('subscription', push, 'getSubscription', pushMethod);
  watch('subscription', prototypeOf('PushSubscription'), 'unsubscribe', pushMethod);
  watch('worker', prototypeOf('ServiceWorkerContainer'), 'register', register);
  const registration = prototypeOf('ServiceWorkerRegistration');
  watch('worker', registration, 'update', ofRegistration);
  watch('worker', registration, 'unregister', ofRegistration);
  safe(watchWorkers);
};

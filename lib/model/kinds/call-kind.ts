import { defineKind } from './define-kind';

/** The page called the SDK. Named by the method. */
export const callKind = defineKind({
  kind: 'call',
  label: 'kindCall',
  names: [
    'constructor',
    'initSubscription',
    'updateSubscription',
    'suspendSubscription',
    'removeToken',
    // Of the first builds.
    'subscribe',
    'unsubscribe',
  ],
  hasOtherNames: true,
  recordedBy: 'page',
  canCause: true,
  detail: (s) =>
    s.fields({
      args: s.args,
      /** Resolved or returned value; absent while pending and after an error. */
      result: s.optional(s.result),
      error: s.optional(s.error),
      /** True when the error was thrown by the call itself, not by its promise. */
      thrown: s.optional(s.flag),
      /** `document.readyState` at the call: `loading` defers the SDK's work to the `load` event. */
      readyState: s.oneOf('loading', 'interactive', 'complete'),
      /** Whether a user gesture was active at the call. */
      gesture: s.flag,
      /** `Notification.permission` at the call; absent where the browser has none. */
      permission: s.optional(s.permission()),
      /** The new instance's effective configuration (`constructor` only). */
      config: s.optional(s.value),
    }),
  plain: { args: [], readyState: '', gesture: false },
});

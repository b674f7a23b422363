import { defineKind } from './define-kind';

/** A step of a push: what the push service answered, and what the worker did with it. */
export const workerStepKind = defineKind({
  kind: 'worker-step',
  label: 'kindPush',
  names: [
    'access-token',
    'push-service',
    'woken',
    'handler',
    'showNotification',
    'openWindow',
    'focus',
    'navigate',
    'postMessage',
    'console',
    'waitUntil',
    'notifications',
    'stopped',
    'unwatched',
    // A notification that somebody closed or clicked.
    'gone',
  ],
  recordedBy: 'panel',
  stepOf: 'push',
  detail: (s) =>
    s.fields({
      /** What it was given, or told. */
      data: s.optional(s.value),
      result: s.optional(s.value),
      error: s.optional(s.error),
    }),
  plain: {},
});

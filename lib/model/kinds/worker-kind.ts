import { defineKind } from './define-kind';

/** The page did something with a service worker, or one came into a state. */
export const workerKind = defineKind({
  kind: 'worker',
  label: 'kindWorker',
  names: [
    'register',
    'update',
    'unregister',
    'installing',
    'waiting',
    'activating',
    'active',
    'redundant',
    'controllerchange',
  ],
  recordedBy: 'page',
  detail: (s) =>
    s.fields({
      script: s.nullable(s.script),
      scope: s.nullable(s.script),
      /** `RegistrationOptions` for `register`. */
      options: s.optional(s.value),
      error: s.optional(s.error),
    }),
  plain: { script: null, scope: null },
});

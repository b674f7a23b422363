import { defineKind } from './define-kind';

/** What somebody did by the panel: the page did not. */
export const actionKind = defineKind({
  kind: 'action',
  label: 'kindAction',
  names: [
    'delete-key',
    'make-stale',
    'restore',
    'undo',
    'clear-all',
    'update',
    'unregister',
    'skip-waiting',
    'close-notification',
    'show-notification',
    'unsubscribe',
    'post-message',
    'ask-permission',
    // A listener of the panel's own.
    'listen',
    'unlisten',
  ],
  recordedBy: 'panel',
  detail: (s) =>
    s.fields({
      /** What it was done to: storage keys, or the scope of a registration. */
      target: s.value,
      /** The browser's answer. */
      result: s.optional(s.value),
      error: s.optional(s.error),
    }),
  plain: { target: null },
});

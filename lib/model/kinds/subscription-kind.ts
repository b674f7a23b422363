import { defineKind } from './define-kind';

/** The push manager was asked for something. */
export const subscriptionKind = defineKind({
  kind: 'subscription',
  label: 'kindSubscription',
  names: ['subscribe', 'getSubscription', 'unsubscribe'],
  recordedBy: 'page',
  detail: (s) =>
    s.fields({
      /** Scope of the registration. */
      scope: s.nullable(s.script),
      /** Whether a user gesture was active when it was asked for. */
      gesture: s.optional(s.flag),
      /** `PushSubscriptionOptionsInit` for `subscribe`; keys as base64url. */
      options: s.optional(s.value),
      /** The subscription, `null`, or `unsubscribe`'s boolean. */
      result: s.optional(s.value),
      error: s.optional(s.error),
    }),
  plain: { scope: null },
});

import { defineKind } from './define-kind';

/** A push, or another event of the worker, that was sent from the panel or seen in the service worker. */
export const pushKind = defineKind({
  kind: 'push',
  label: 'kindPush',
  names: [
    'push',
    'foreground',
    'notification',
    'notificationclick',
    'notificationclose',
    'pushsubscriptionchange',
    // What a watched worker did without one of these.
    'live',
  ],
  recordedBy: 'panel',
  canCause: true,
  detail: (s) =>
    s.fields({
      /** `live`: the panel did not send it, it was seen while the worker was watched. */
      way: s.optional(s.words('worker', 'real', 'firebase', 'foreground', 'notification', 'live')),
      /** The text that was sent; `null`: none. */
      payload: s.optional(s.value),
      /** Script of the worker. */
      script: s.optional(s.nullable(s.script)),
      /** Scope of the worker's registration. */
      scope: s.optional(s.script),
      /** True: which steps belong to it is concluded from their time alone. */
      isGuess: s.optional(s.flag),
      /** True: what its handler would show was not shown. */
      isDry: s.optional(s.flag),
      /** True: the panel answered the worker's request for the content in the server's place. */
      isReplaced: s.optional(s.flag),
      /** What another event than a push says. */
      data: s.optional(s.value),
      /** How soon it was with the handler. */
      result: s.optional(s.value),
      error: s.optional(s.error),
    }),
  plain: {},
});

import { defineKind } from './define-kind';

/** The SDK's emitter emitted. Named by the event. */
export const eventKind = defineKind({
  kind: 'event',
  label: 'kindEvent',
  names: ['subscribe', 'unsubscribe', 'update_subscription'],
  hasOtherNames: true,
  recordedBy: 'page',
  detail: (s) =>
    s.fields({
      /** The arguments after the event's name; the SDK passes one, the payload. */
      payload: s.list(s.value),
      /** Listeners at the time, `null` when the emitter does not tell. */
      listeners: s.nullable(s.finite),
      error: s.optional(s.error),
    }),
  plain: { payload: [], listeners: null },
});

import { defineKind } from './define-kind';

/** AKPush was found. Named by its generation. */
export const sdkKind = defineKind({
  kind: 'sdk',
  label: 'kindSdk',
  names: ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'],
  hasOtherNames: true,
  recordedBy: 'page',
  detail: (s) =>
    s.fields({
      /** `assigned`: by `window.AKPush = …`; `declared`: by a function declaration; `already-there`: before the hook. */
      how: s.words('assigned', 'declared', 'already-there'),
      /** URL of the script that set it, `null` for an inline script or when it cannot be known. */
      script: s.nullable(s.script),
      /** Sources of the document's scripts that look like a container or an SDK build, from `PageInfo`. */
      scripts: s.list(s.script),
      /** Public members found: method names, `removeToken`, `events`. */
      members: s.list(s.text),
      /** The effective configuration: that of the newest instance; absent until the page makes one. */
      config: s.optional(s.value),
      /** What could not be watched, and therefore is not recorded: `constructor` or a method's name. */
      unwatched: s.optional(s.list(s.text)),
      /** Where and when AKPush was read before it was there, by the SDK's own script too: each place once, of the first twenty reads. */
      early: s.optional(s.list(s.fields({ time: s.time, stack: s.said }))),
      /** Whether instances have `isPendingInitSubscription`, by the SDK's source or by an instance. */
      hasPending: s.optional(s.flag),
    }),
  plain: { how: 'assigned', script: null, scripts: [], members: [] },
});

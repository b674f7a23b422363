import { defineKind } from './define-kind';

/** Something went wrong and nobody caught it. Named by the error, of a violation by the directive. */
export const errorKind = defineKind({
  kind: 'error',
  label: 'kindError',
  names: ['Error', 'TypeError'],
  hasOtherNames: true,
  recordedBy: 'page',
  detail: (s) =>
    s.fields({
      /**
       * `securitypolicyviolation`: the page's policy has refused something of the SDK's: `error` has the directive and the policy, `script` what was
       * refused. `loading`: a script that the SDK needs did not load.
       */
      source: s.words(
        'error',
        'unhandledrejection',
        'worker-registration',
        'securitypolicyviolation',
        'loading',
      ),
      error: s.error,
      script: s.nullable(s.script),
      line: s.optional(s.finite),
      column: s.optional(s.finite),
    }),
  plain: { source: 'error', error: { name: 'Error', message: '' }, script: null },
});

import { allMethods, outcomeRule } from '../ask-outcome';

/** The SDK threw or rejected by itself. */
export const sdkFailed = outcomeRule({
  id: 'sdk-failed',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkFailed',
  outcome: 'sdk-failed',
  methods: allMethods,
});

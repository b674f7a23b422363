import { allMethods, outcomeRule } from '../ask-outcome';
import { sdkGuide } from '../guides';

/** The SDK threw or rejected by itself. */
export const sdkFailed = outcomeRule({
  id: 'sdk-failed',
  part: 'page',
  node: 'sdk',
  severity: 'error',
  title: 'ruleSdkFailed',
  passed: 'passedSdkFailed',
  needs: ['call'],
  link: sdkGuide,
  unless: ['firebase-scripts'],
  outcome: 'sdk-failed',
  methods: allMethods,
});

import { startRule } from '../../start-rule';

/** No answer came for the script of the SDK. */
export const sdkUnreachable = startRule(
  'sdk-unreachable',
  'ruleSdkUnreachable',
  'passedSdkUnreachable',
);

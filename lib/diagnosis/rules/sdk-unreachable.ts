import { startRule } from '../ask-start';

/** No answer came for the script of the SDK. */
export const sdkUnreachable = startRule(
  'sdk-unreachable',
  'ruleSdkUnreachable',
  'passedSdkUnreachable',
);

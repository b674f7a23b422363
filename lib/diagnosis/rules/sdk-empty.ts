import { startRule } from '../ask-start';

/** The script of the SDK is empty. */
export const sdkEmpty = startRule('sdk-empty', 'ruleSdkEmpty', 'passedSdkEmpty');

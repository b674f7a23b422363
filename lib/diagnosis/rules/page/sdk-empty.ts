import { startRule } from '../../start-rule';

/** The script of the SDK is empty. */
export const sdkEmpty = startRule('sdk-empty', 'ruleSdkEmpty', 'passedSdkEmpty');

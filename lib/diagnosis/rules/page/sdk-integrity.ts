import { startRule } from '../../start-rule';

/** The script is another one than the tag's `integrity` says. */
export const sdkIntegrity = startRule('sdk-integrity', 'ruleSdkIntegrity', 'passedSdkIntegrity');

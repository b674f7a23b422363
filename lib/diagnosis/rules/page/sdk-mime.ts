import { startRule } from '../../start-rule';

/** The script has a MIME type that browsers do not run, and `nosniff`. */
export const sdkMime = startRule('sdk-mime', 'ruleSdkMime', 'passedSdkMime');

import { startRule } from '../../start-rule';

/** The server answers for the script of the SDK with an error. */
export const sdkHttp = startRule('sdk-http', 'ruleSdkHttp', 'passedSdkHttp');

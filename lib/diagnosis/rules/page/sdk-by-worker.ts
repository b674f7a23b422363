import { startRule } from '../../start-rule';

/** The page's own service worker answered in the server's place, and not with the SDK. */
export const sdkByWorker = startRule('sdk-by-worker', 'ruleSdkByWorker', 'passedSdkByWorker');

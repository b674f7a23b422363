import { startRule } from '../../start-rule';

/** The script of the SDK threw before it had set `window.AKPush`. */
export const sdkThrew = startRule('sdk-threw', 'ruleSdkThrew', 'passedSdkThrew');

import type { PageFacts } from './page-facts';

/** Whether the cached token is old Safari's device token, Apple's 64 hexadecimal digits: newer Safari has endpoints as others do. */
export const hasDeviceToken = ({ sdk, token }: Pick<PageFacts, 'sdk' | 'token'>): boolean =>
  sdk.mode === 'safari' && token !== undefined && !/^https?:/.test(token.text);

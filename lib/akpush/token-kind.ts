import { isPseudonym } from '../record/pseudonym';

/** What a token or an endpoint is. */
export type TokenKind =
  | 'fcm-token'
  | 'fcm-endpoint'
  | 'mozilla'
  | 'wns'
  | 'apple'
  | 'apple-device'
  | 'endpoint'
  | 'unknown';

/** Hosts of push services, and what an address there is. Chromium, Chrome Dev and Canary have Google's service at `jmt17`. */
export const pushHosts: readonly (readonly [RegExp, TokenKind])[] = [
  [/(^|\.)((fcm|android)\.googleapis|jmt17\.google)\.com$/, 'fcm-endpoint'],
  [/(^|\.)push\.services\.moz(illa\.com|aws\.net)$/, 'mozilla'],
  [/(^|\.)notify\.windows\.com$/, 'wns'],
  [/(^|\.)push\.apple\.com$/, 'apple'],
];

/**
 * Tells what the SDK keeps as its token: an FCM registration token in Firebase mode, a push endpoint by its push service, or the device
 * token of old Safari (64 hexadecimal digits).
 */
export const tokenKind = (token: string): TokenKind => {
  // In a redacted session: an endpoint keeps its host.
  if (isPseudonym(token) && !token.startsWith('https:')) return 'fcm-token';
  if (/^[\w-]{8,}:[\w-]{40,}$/.test(token)) return 'fcm-token';
  if (/^[0-9a-f]{64}$/i.test(token)) return 'apple-device';
  if (!URL.canParse(token) || !/^https?:/.test(token)) return 'unknown';
  const { hostname } = new URL(token);
  return pushHosts.find(([pattern]) => pattern.test(hostname))?.[1] ?? 'endpoint';
};

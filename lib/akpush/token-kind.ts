import { isPseudonym } from '../model/pseudonym';
import { type PushService, pushServiceOf } from './push-services';

/** What a token or an endpoint is. */
export type TokenKind = 'fcm-token' | PushService['kind'] | 'apple-device' | 'endpoint' | 'unknown';

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
  return pushServiceOf(token)?.kind ?? 'endpoint';
};

import type { Known } from './known';

/** The token that the SDK would send now: Firebase's, or the subscription's endpoint. */
export const currentToken = (known: Known): string | undefined =>
  known.sdk.mode === 'firebase' ? known.cache.firebase?.token : known.subscription?.value.endpoint;

import type { PageFacts } from './page-facts';

/** The token that the SDK would send now: Firebase's, or the subscription's endpoint. */
export const currentToken = (known: PageFacts): string | undefined =>
  known.sdk.mode === 'firebase' ? known.cache.firebase?.token : known.subscription?.value.endpoint;

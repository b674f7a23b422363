import type { PageInfo } from '../model/page-info';
import type { PageState, RegistrationState } from '../model/page-state';
import type { EntryWith } from '../model/session';
import { type CachedValue, type CacheFacts, deriveCache } from './cache-facts';
import { ownRegistration } from './own-registration';
import type { PageEntries } from './page-entries';
import { deriveSave, type SaveFacts } from './save-facts';
import { deriveSdk, type SdkFacts } from './sdk-facts';
import { askedBySdk } from './sdk-subscriptions';
import { deriveSubscription, type SubscriptionFacts } from './subscription-facts';

/** What is known of a page: what was read, and what follows from it and from what the SDK was seen to do. No text. */
export interface PageFacts {
  state: PageState;
  sdk: SdkFacts;
  cache: CacheFacts;
  /** The token that the SDK has cached, wherever builds of its generation and mode keep it. */
  token: CachedValue | undefined;
  /** The registration that the SDK would take for its own. */
  own: RegistrationState | undefined;
  subscription: SubscriptionFacts | undefined;
  /** What the SDK asked of the push manager, in the order in which it began; what other vendors asked is left out. */
  asked: readonly EntryWith<'subscription'>[];
  save: SaveFacts | undefined;
  /** Scripts of the workers that run now, where the browser tells an extension. */
  running?: readonly string[] | undefined;
  /** Of a document in a frame, where its bridge has told it. */
  embedded?: PageInfo['embedded'];
}

/** Builds of these generations, until the middle of 2023, keep no token of their own without Firebase: only the endpoint. */
const endpointOnly: readonly (string | undefined)[] = ['G3', 'G4', 'G5'];

const tokenOf = (
  { values, legacy }: CacheFacts,
  { generation, mode }: SdkFacts,
  entries: PageEntries,
): CachedValue | undefined => {
  const own = values.token ?? legacy.token;
  // No build remembers the endpoint in Firebase mode; before there is an instance the mode is not known.
  if (own || mode === 'firebase' || !endpointOnly.includes(generation)) return own;
  // It leaves the endpoint where it is, also in builds that keep both.
  const isRemoved = entries.last('call', 'removeToken') !== undefined;
  return isRemoved ? undefined : (values.endpoint ?? legacy.endpoint);
};

/** Puts together a reading and the entries of the same document. `endpoints`: those that earlier readings had from the browser itself. */
export const deriveFacts = (
  state: PageState,
  entries: PageEntries,
  page: PageInfo,
  endpoints: readonly string[] = [],
): PageFacts => {
  const sdk = deriveSdk(entries, page);
  const cache = deriveCache(state, sdk.config?.randomPrefix, sdk.config?.firebaseAppId);
  const own = ownRegistration(state, sdk);
  const asked = askedBySdk(entries, { sdk, own, firebase: cache.firebase, url: page.url });
  const token = tokenOf(cache, sdk, entries);
  const save = deriveSave(entries);
  const tokens = [token?.text, cache.values.endpoint?.text, save?.token];
  const sources = { state, entries, sdk, cache, own, asked, tokens };
  return {
    state,
    sdk,
    cache,
    token,
    own,
    subscription: deriveSubscription(sources, endpoints),
    asked: asked('', () => true),
    save,
    embedded: page.embedded,
  };
};

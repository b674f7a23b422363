import type { PageInfo } from '../protocol';
import type { SessionEntry } from '../session';
import { type KnownCache, knowCache } from './known-cache';
import { type KnownSave, knowSave } from './known-save';
import { type KnownSdk, knowSdk } from './known-sdk';
import { type KnownSubscription, knowSubscription, ownRegistration } from './known-workers';
import type { PageState, RegistrationState } from './page-state';

/** All that the facts are made from: what was read, and what the SDK was seen to do. */
export interface Known {
  state: PageState;
  sdk: KnownSdk;
  cache: KnownCache;
  /** The registration that the SDK would take for its own. */
  own: RegistrationState | undefined;
  subscription: KnownSubscription | undefined;
  save: KnownSave | undefined;
  /** Scripts of the workers that run now, where the browser tells an extension. */
  running?: readonly string[] | undefined;
}

/** Puts together a reading and the entries of the same document. `endpoints`: those that earlier readings had from the browser itself. */
export const know = (
  state: PageState,
  entries: readonly SessionEntry[],
  page: PageInfo,
  endpoints: readonly string[] = [],
): Known => {
  const sdk = knowSdk(entries, page);
  return {
    state,
    sdk,
    cache: knowCache(state, sdk.config?.randomPrefix, sdk.config?.firebaseAppId),
    own: ownRegistration(state),
    subscription: knowSubscription(state, entries, endpoints),
    save: knowSave(entries),
  };
};

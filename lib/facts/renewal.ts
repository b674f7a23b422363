import { hasMethod } from '../akpush/methods';
import type { PageFacts } from './page-facts';

/**
 * What makes the page's build subscribe and save once more. `init`: `initSubscription`, for a token that is new to it; the others where that does
 * nothing, as in builds of 2021 to 2022 (G3, G4) once the permission is granted: `update`: `updateSubscription`; `reload`: page load does it;
 * `reset`: nothing, until the permission was taken back. `none`: there is no AKPush.
 */
export type Renewal = 'init' | 'update' | 'reload' | 'reset' | 'none';

/** Builds that subscribe only while the permission was not given yet. */
export const isAskingOnly = (generation: string | undefined): boolean =>
  generation === 'G3' || generation === 'G4';

/** What subscribes and saves once more on a page. */
export const renewalOf = ({ sdk, state, cache, token }: PageFacts): Renewal => {
  if (!sdk.entry) return 'none';
  if (!isAskingOnly(sdk.generation) || state.permission.notification !== 'granted') return 'init';
  const isCurrent = token !== undefined && token.text === cache.firebase?.token;
  if (sdk.mode === 'firebase' && !isCurrent) return 'reload';
  return hasMethod('updateSubscription', sdk) ? 'update' : 'reset';
};

import type { MessageKey } from '../i18n/message';
import type { Known } from '../state/known';
import { renewalKey, renewalOf } from '../state/renewal';
import { type Advice, forSite } from './finding';

/** Advice to subscribe again, by what does that in the page's build: `how` where `initSubscription` does it. */
export const renew = (known: Known, ...how: readonly [MessageKey, ...MessageKey[]]): Advice[] => {
  const [first, ...more] = how;
  return renewalOf(known) === 'init'
    ? [first, ...more].map((key) => forSite(key))
    : [forSite(renewalKey(known, first))];
};

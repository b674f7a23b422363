import type { PageFacts } from '../facts/page-facts';
import { renewalOf } from '../facts/renewal';
import type { MessageKey } from '../model/message-key';
import { renewalKey } from '../outcome/renewal-key';
import { type Advice, forSite } from './finding';

/** Advice to subscribe again, by what does that in the page's build: `how` where `initSubscription` does it. */
export const renew = (
  known: PageFacts,
  ...how: readonly [MessageKey, ...MessageKey[]]
): Advice[] => {
  const [first, ...more] = how;
  return renewalOf(known) === 'init'
    ? [first, ...more].map((key) => forSite(key))
    : [forSite(renewalKey(known, first))];
};

import type { PageFacts } from '../facts/page-facts';
import { type Renewal, renewalOf } from '../facts/renewal';
import type { MessageKey } from '../model/message-key';

/** The advice for each renewal that `initSubscription` is not the way to. */
export const renewalKeys = {
  update: 'renewUpdate',
  reload: 'renewReload',
  reset: 'renewReset',
  none: 'renewNone',
} as const satisfies Record<Exclude<Renewal, 'init'>, MessageKey>;

/** What to say to somebody who has to subscribe again: `init` where `initSubscription` is the way. */
export const renewalKey = (known: PageFacts | undefined, init: MessageKey): MessageKey => {
  const renewal = known ? renewalOf(known) : 'init';
  return renewal === 'init' ? init : renewalKeys[renewal];
};

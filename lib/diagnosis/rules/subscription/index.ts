import type { Rule } from '../../rule';
import { keyDiffers } from './key-differs';
import { keyMalformed } from './key-malformed';
import { subscribeBadKey } from './subscribe-bad-key';
import { subscribeLimit } from './subscribe-limit';
import { subscribeNoAnswer } from './subscribe-no-answer';
import { subscribeNoKey } from './subscribe-no-key';
import { subscribeNoService } from './subscribe-no-service';
import { subscribeNoWorker } from './subscribe-no-worker';
import { subscribeOtherKey } from './subscribe-other-key';
import { subscribeRefused } from './subscribe-refused';
import { subscribeRetry } from './subscribe-retry';
import { subscribeServiceOff } from './subscribe-service-off';
import { subscribeStorage } from './subscribe-storage';
import { subscribeUnreachable } from './subscribe-unreachable';
import { subscribeUserVisible } from './subscribe-user-visible';
import { subscriptionElsewhere } from './subscription-elsewhere';
import { subscriptionExpired } from './subscription-expired';
import { subscriptionGone } from './subscription-gone';
import { subscriptionKeys } from './subscription-keys';

/** Why there is no push subscription, or not the right one: the rules in the order in which they are told. */
export const subscriptionRules: readonly Rule[] = [
  subscribeNoKey,
  subscribeOtherKey,
  subscribeBadKey,
  subscribeNoWorker,
  subscribeUserVisible,
  subscribeNoService,
  subscribeServiceOff,
  subscribeUnreachable,
  subscribeNoAnswer,
  subscribeLimit,
  subscribeStorage,
  subscribeRetry,
  subscribeRefused,
  keyDiffers,
  keyMalformed,
  subscriptionGone,
  subscriptionElsewhere,
  subscriptionExpired,
  subscriptionKeys,
];

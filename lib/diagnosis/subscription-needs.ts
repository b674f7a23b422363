import { lastSubscribe } from './last-subscribe';
import type { Need } from './need';
import { agrees, known } from './seen-by';

/** The page's scripts have push methods that are not the browser's: the browser itself tells nothing of them. */
const isOfPage = known(({ subscription }) => subscription?.isOfPage === true);

/** What a rule about the subscription can need. */
export const subscriptionNeeds = {
  subscribed: {
    name: 'needSubscribed',
    shows: 'showSubscribed',
    isSeen: (input) =>
      known(({ subscription }) => subscription !== undefined)(input) &&
      (lastSubscribe(input)?.status ?? 'ok') === 'ok',
  },
  'subscribed-now': {
    name: 'needSubscribedNow',
    shows: 'showSubscribedNow',
    isSeen: (input) => lastSubscribe(input)?.status === 'ok',
  },
  subscription: {
    name: 'needSubscription',
    shows: 'showSubscribed',
    isSeen: known(({ subscription }) => subscription !== undefined),
  },
  'own-subscription': {
    name: 'needOwnSubscription',
    shows: 'showSubscribed',
    isSeen: known(
      ({ subscription, own }) => subscription !== undefined && !subscription.isOfPage && !!own,
    ),
    isHidden: isOfPage,
  },
  'key-compared': { name: 'needKey', shows: 'showKey', isSeen: agrees('key') },
} as const satisfies Record<string, Need>;

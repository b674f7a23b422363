import { allMethods, subscribing } from './ask-outcome';
import type { Need } from './need';
import { ended, known } from './seen-by';

/** What a rule about the page, its SDK and its calls can need. */
export const pageNeeds = {
  state: { name: 'needState', shows: 'showState', isSeen: known(() => true) },
  loaded: { name: 'needLoaded', shows: 'showLoaded', isSeen: known(({ state }) => state.isLoaded) },
  sdk: { name: 'needSdk', shows: 'showSdk', isSeen: ({ page }) => page.sdk && page.hooked },
  config: {
    name: 'needConfig',
    shows: 'showConfig',
    isSeen: known(({ sdk }) => sdk.config !== undefined),
  },
  call: { name: 'needCall', shows: 'showCall', isSeen: ended(allMethods.slice(0, -1)) },
  'subscribed-call': {
    name: 'needSubscribedCall',
    shows: 'showSubscribedCall',
    isSeen: ended(subscribing),
  },
  'saved-call': {
    name: 'needSavedCall',
    shows: 'showSavedCall',
    isSeen: ended(subscribing, 'saved'),
  },
  'updated-call': {
    name: 'needUpdatedCall',
    shows: 'showUpdatedCall',
    isSeen: ended(['updateSubscription'], 'updated'),
  },
  'told-call': {
    name: 'needToldCall',
    shows: 'showToldCall',
    isSeen: ended(
      ['updateSubscription', 'suspendSubscription', 'unsubscribe'],
      'updated',
      'suspended',
      'unsubscribed',
    ),
  },
  'removed-call': {
    name: 'needRemovedCall',
    shows: 'showRemovedCall',
    isSeen: ended(['removeToken'], 'removed', 'partly-removed'),
  },
} as const satisfies Record<string, Need>;

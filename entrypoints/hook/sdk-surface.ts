/** Methods of an AKPush instance: own properties in G1 and G2, on the prototype since G3. `subscribe` and `unsubscribe` are G1's. */
export const methods = [
  'initSubscription',
  'updateSubscription',
  'suspendSubscription',
  'subscribe',
  'unsubscribe',
] as const;

/** An instance's property since G5. */
export const pendingName = 'isPendingInitSubscription';

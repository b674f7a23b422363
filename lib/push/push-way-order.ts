import type { DeliveryMethod } from '../model/entry';

/** Ways to deliver a push, in the order in which they are offered. */
export const pushWayOrder: readonly DeliveryMethod[] = [
  'worker',
  'real',
  'firebase',
  'foreground',
  'notification',
];

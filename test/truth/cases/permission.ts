import { faultCase, type TruthCase } from '../truth-case';

/** K10: the permission, the gesture, and what the browser refuses. */
export const permission: readonly TruthCase[] = [
  faultCase('K10', 'permission-denied', 'broken', { firefox: true, anyBuild: true }),
  faultCase('K10', 'permission-not-asked', 'not-subscribed', { firefox: true, anyBuild: true }),
  faultCase('K10', 'permission-dismissed', 'not-subscribed'),
  faultCase('K10', 'permission-no-gesture', 'broken', { firefox: true }),
  faultCase('K10', 'permission-no-answer', 'not-subscribed'),
  faultCase('K10', 'permission-lost', 'broken'),
  faultCase('K10', 'worker-forbidden', 'broken', { firefox: true }),
  faultCase('K10', 'subscribe-no-key', 'broken'),
  faultCase('K10', 'subscribe-no-service', 'broken', { firefox: true }),
  faultCase('K10', 'subscribe-no-answer', 'not-subscribed'),
  faultCase('K10', 'subscribe-other-key', 'broken', { firefox: true }),
  faultCase('K10', 'subscribe-no-worker', 'broken'),
  faultCase('K10', 'subscribe-user-visible', 'broken'),
  faultCase('K10', 'subscribe-service-off', 'broken'),
  faultCase('K10', 'subscribe-unreachable', 'broken'),
  faultCase('K10', 'subscribe-limit', 'broken'),
  faultCase('K10', 'subscribe-storage', 'broken'),
  faultCase('K10', 'subscribe-retry', 'broken'),
  faultCase('K10', 'subscribe-refused', 'broken'),
];

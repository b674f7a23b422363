import { faultCase, type TruthCase } from '../truth-case';

/** K11: pushes, and what becomes of them. */
export const pushes: readonly TruthCase[] = [
  faultCase('K11', 'push-handler-threw', 'works', {
    liveOnly: 'that the worker has a push handler is told by what runs',
  }),
  faultCase('K11', 'push-content-failed', 'broken', { firefox: true }),
  faultCase('K11', 'push-ack-missing', 'limited'),
  faultCase('K11', 'click-opens-nothing', 'limited'),
];

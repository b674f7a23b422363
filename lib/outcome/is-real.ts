import type { PushEntry } from './push-outcome';

/** Whether a push went by way of the push service. */
export const isReal = ({ detail }: PushEntry): boolean =>
  detail.way === 'real' || detail.way === 'firebase';

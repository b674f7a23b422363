import type { Known } from '../state/known';
import { isAskingOnly } from '../state/renewal';

/** Whether the permission can be asked for before the SDK asks: else it never saves a subscription, at this load or at any. */
export const canAskFirst = ({ sdk: { generation, mode } }: Known): boolean => {
  if (generation === 'G1' || generation === 'G2') return true;
  return !isAskingOnly(generation) && mode !== undefined && mode !== 'firebase';
};

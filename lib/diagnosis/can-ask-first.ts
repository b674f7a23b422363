import type { PageFacts } from '../facts/page-facts';
import { isAskingOnly } from '../facts/renewal';

/** Whether the permission can be asked for before the SDK asks: else it never saves a subscription, at this load or at any. */
export const canAskFirst = ({ sdk: { generation, mode } }: PageFacts): boolean => {
  if (generation === 'G1' || generation === 'G2') return true;
  return !isAskingOnly(generation) && mode !== undefined && mode !== 'firebase';
};

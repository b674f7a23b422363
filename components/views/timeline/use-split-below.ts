import { useMedia } from '../../ui/use-media';

/** Whether the details stand below the list: where both have no room beside each other, but for a dock so low that neither would have any below it. */
export const useSplitBelow = (): boolean =>
  useMedia('(max-width: 499px), (max-width: 699px) and (min-height: 321px)');

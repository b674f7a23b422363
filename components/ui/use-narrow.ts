import { useMedia } from './use-media';

/** Whether the panel is too narrow for the details beside the list. */
export const useNarrow = (): boolean => useMedia('(max-width: 699px)');

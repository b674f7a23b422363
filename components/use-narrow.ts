import { useLayoutEffect, useState } from 'preact/hooks';

const query = '(max-width: 699px)';

/** Whether the panel is too narrow for the details beside the list. */
export const useNarrow = (): boolean => {
  const [isNarrow, setIsNarrow] = useState(() => matchMedia(query).matches);
  useLayoutEffect(() => {
    const media = matchMedia(query);
    const look = () => setIsNarrow(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, []);
  return isNarrow;
};

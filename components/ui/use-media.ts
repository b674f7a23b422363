import { useLayoutEffect, useState } from 'preact/hooks';

/** Whether a media query holds now. */
export const useMedia = (query: string): boolean => {
  const [isSo, setIsSo] = useState(() => matchMedia(query).matches);
  useLayoutEffect(() => {
    const media = matchMedia(query);
    const look = () => setIsSo(media.matches);
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [query]);
  return isSo;
};

import { useEffect, useState } from 'preact/hooks';

const query = '(prefers-color-scheme: dark)';

/** The theme that the browser's user has chosen, also when it changes. */
export const useTheme = (): 'light' | 'dark' => {
  const [isDark, setIsDark] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const look = () => setIsDark(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, []);
  return isDark ? 'dark' : 'light';
};

import { useEffect, useState } from 'preact/hooks';
import { currentTheme, watchTheme } from '../../lib/browser';
import type { Preferences } from '../../lib/saved/preferences';

/** The theme that is wanted: a user's own, or that of DevTools and of the system, which can change. */
export const useTheme = (wanted: Preferences['theme']): 'light' | 'dark' => {
  const [theme, setTheme] = useState(currentTheme);
  useEffect(() => watchTheme(setTheme), []);
  return wanted === 'auto' ? theme : wanted;
};

import { useEffect, useRef } from 'preact/hooks';
import { type Shortcut, shortcutOf } from '../../ui/shortcut';

/** Does what the panel's own shortcuts ask for, wherever the focus is. */
export const useShortcuts = (act: Readonly<Record<Shortcut, () => void>>): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current[shortcut]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};

import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus to what an action leaves behind: gives a function that takes a selector, and focuses what it finds in `root` once the
 * change is drawn. Without it the focus would be lost with the button that was pressed.
 */
export const useFocusNext = (root: RefObject<HTMLElement | null>): ((selector: string) => void) => {
  const wanted = useRef('');
  useLayoutEffect(() => {
    if (wanted.current === '') return;
    const next = root.current?.querySelector<HTMLElement>(wanted.current);
    if (!next) return;
    wanted.current = '';
    next.focus();
  });
  return useCallback((selector) => {
    wanted.current = selector;
  }, []);
};

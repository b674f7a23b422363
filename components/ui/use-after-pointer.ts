import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Puts off what would move the page while a pointer is pressed: a field that is left by pressing a button must not push that button away
 * before the click has come. With no pointer down it is done at once.
 */
export const useAfterPointer = (): ((act: () => void) => void) => {
  const isDown = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useLayoutEffect(() => {
    const down = () => {
      isDown.current = true;
    };
    const up = () => {
      isDown.current = false;
      // The click comes in the same task as the end of the press.
      setTimeout(() => {
        for (const act of waiting.current.splice(0)) act();
      });
    };
    const options = { capture: true };
    document.addEventListener('pointerdown', down, options);
    document.addEventListener('pointerup', up, options);
    document.addEventListener('pointercancel', up, options);
    return () => {
      document.removeEventListener('pointerdown', down, options);
      document.removeEventListener('pointerup', up, options);
      document.removeEventListener('pointercancel', up, options);
    };
  }, []);
  return useCallback((act) => {
    if (isDown.current) waiting.current.push(act);
    else act();
  }, []);
};

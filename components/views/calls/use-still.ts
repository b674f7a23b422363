import { useRef, useState } from 'preact/hooks';

/**
 * A value that does not change while the pointer is over what `still` is put on: what comes and goes above a button must not move it from under
 * the pointer. `key`: what the value is about; of something else it is shown at once.
 */
export const useStill = <T>(
  value: T,
  key: string,
): { value: T; still: { onPointerEnter(): void; onPointerLeave(): void } } => {
  const [isOver, setIsOver] = useState(false);
  const held = useRef({ key, value });
  if (!isOver || held.current.key !== key) held.current = { key, value };
  return {
    value: held.current.value,
    still: {
      onPointerEnter: () => setIsOver(true),
      onPointerLeave: () => setIsOver(false),
    },
  };
};

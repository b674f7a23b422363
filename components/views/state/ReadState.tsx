import type { ComponentChildren, RefObject } from 'preact';
import { useReading } from './use-reading';

interface ReadStateProps {
  main: RefObject<HTMLElement | null>;
  children: ComponentChildren;
}

/** The view of a state that was read. When that was is another time with each reading, for which nothing in it is drawn again. */
export function ReadState({ main, children }: ReadStateProps) {
  const { state, isLive } = useReading();
  return (
    <main
      ref={main}
      class="state"
      data-view="state"
      data-read={state?.readAt}
      data-took={state?.value.took}
      data-live={isLive ? 'yes' : 'no'}
    >
      {children}
    </main>
  );
}

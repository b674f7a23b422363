import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import { splitBounds } from '../../lib/timeline/settings';

interface SplitPaneProps {
  /** The second part lies below the first, not beside it. */
  isBelow: boolean;
  /** The first part's share. */
  share: number;
  first: ComponentChildren;
  /** `null` leaves all to the first part. */
  second: ComponentChildren | null;
  onShare(share: number): void;
}

const step = 0.02;

const within = (share: number): number =>
  Math.min(splitBounds.most, Math.max(splitBounds.least, share));

/** Two parts with a bar between them, which is moved by mouse and by keyboard. */
export function SplitPane({ isBelow, share, first, second, onShare }: SplitPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  // While the bar is dragged, its place is not yet worth remembering.
  const [dragged, setDragged] = useState<number | null>(null);
  const now = within(dragged ?? share);

  const shareAt = (event: PointerEvent): number => {
    const box = pane.current?.getBoundingClientRect();
    if (!box) return share;
    return within(
      isBelow ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = {
      [isBelow ? 'ArrowUp' : 'ArrowLeft']: now - step,
      [isBelow ? 'ArrowDown' : 'ArrowRight']: now + step,
      Home: splitBounds.least,
      End: splitBounds.most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onShare(within(next));
  };

  return (
    <div ref={pane} class={`split ${isBelow ? 'split-below' : 'split-beside'}`}>
      <div
        class="split-first"
        id="split-first"
        style={{ flexBasis: second ? `${now * 100}%` : '100%' }}
      >
        {first}
      </div>
      {second && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is not an <hr> */}
          <div
            class="split-bar"
            role="separator"
            tabIndex={0}
            aria-label={message('splitLabel')}
            aria-controls="split-first"
            aria-orientation={isBelow ? 'horizontal' : 'vertical'}
            aria-valuemin={splitBounds.least * 100}
            aria-valuemax={splitBounds.most * 100}
            aria-valuenow={Math.round(now * 100)}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              event.preventDefault();
              event.currentTarget.setPointerCapture(event.pointerId);
              setDragged(now);
            }}
            onPointerMove={(event) => dragged !== null && setDragged(shareAt(event))}
            onPointerUp={(event) => {
              if (dragged === null) return;
              setDragged(null);
              onShare(shareAt(event));
            }}
            onPointerCancel={() => setDragged(null)}
          />
          <div class="split-second">{second}</div>
        </>
      )}
    </div>
  );
}

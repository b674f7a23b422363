import { useRef } from 'preact/hooks';
import { message } from '../../lib/i18n/message';
import type { Copied } from './use-copy';

interface CopiedNoteProps {
  copied: Copied;
}

/** Says that something was copied, to the eye and to a screen reader. What came of the last copying stays in `data-copied`. */
export function CopiedNote({ copied }: CopiedNoteProps) {
  const last = useRef<Copied>(null);
  last.current = copied ?? last.current;
  return (
    <div
      class={`copied ${copied ? 'is-shown' : ''}`}
      role="status"
      aria-live="polite"
      data-copied={last.current ?? undefined}
    >
      {copied && message(copied === 'copied' ? 'copied' : 'copyFailed')}
    </div>
  );
}

import { message } from '../lib/i18n/message';
import type { Copied } from './use-copy';

interface CopiedNoteProps {
  copied: Copied;
}

/** Says that something was copied, to the eye and to a screen reader. */
export function CopiedNote({ copied }: CopiedNoteProps) {
  return (
    <div class={`copied ${copied ? 'is-shown' : ''}`} role="status" aria-live="polite">
      {copied && message(copied === 'copied' ? 'copied' : 'copyFailed')}
    </div>
  );
}

import type { FixVerdict, PressedFix } from '../../lib/diagnosis/judge-fix';
import { type MessageKey, message } from '../../lib/i18n/message';
import { inWords } from '../../lib/text/in-words';

interface FixNoteProps {
  pressed: PressedFix;
  verdict: FixVerdict;
  onForget(): void;
}

const words: Record<FixVerdict['state'], MessageKey> = {
  running: 'fixRunning',
  mended: 'fixMended',
  remains: 'fixRemains',
  other: 'fixOther',
  failed: 'fixFailed',
};

/** What became of the fix that was pressed last. */
export function FixNote({ pressed: { finding, fix }, verdict, onForget }: FixNoteProps) {
  const { state } = verdict;
  const by = 'by' in verdict ? verdict.by : undefined;
  return (
    <div
      class="diagnosis-notice"
      role="status"
      data-fix={state}
      data-fix-of={finding.id}
      data-fix-action={fix}
      data-fix-by={by?.id}
    >
      <p>
        <b>{message(words[state])}</b>{' '}
        {state === 'failed' ? verdict.problem : inWords((by ?? finding).sentence)}
      </p>
      {state !== 'running' && (
        <button type="button" class="button" data-action="forget-fix" onClick={onForget}>
          {message('closeResult')}
        </button>
      )}
    </div>
  );
}

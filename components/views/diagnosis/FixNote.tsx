import type { FixVerdict, PressedFix } from '../../../lib/diagnosis/judge-fix';
import { type MessageKey, message } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import { PlacedText, type PlacedTextProps } from './PlacedText';

interface FixNoteProps {
  pressed: PressedFix;
  verdict: FixVerdict;
  onPlace: PlacedTextProps['onPlace'];
  /** No longer waits for it, nor for the click that it needs. */
  onForget(): void;
}

const words: Record<Exclude<FixVerdict['state'], 'running'>, MessageKey> = {
  mended: 'fixMended',
  remains: 'fixRemains',
  other: 'fixOther',
  failed: 'fixFailed',
};

/** What is said while nothing is known: what the user has to do for it, or how far it is. */
const runningText = ({ waits, endedAt }: PressedFix): MessageKey => {
  if (waits === 'call') return 'fixWaitsForCall';
  if (endedAt !== null) return 'fixDone';
  return waits === 'click' ? 'callWaitsForClick' : 'fixRunning';
};

/** What became of the fix that was pressed last. */
export function FixNote({ pressed, verdict, onPlace, onForget }: FixNoteProps) {
  const { finding, fix, result, waits, endedAt } = pressed;
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
        <b>{message(state === 'running' ? runningText(pressed) : words[state])}</b>{' '}
        {state === 'failed' ? verdict.problem : inWords((by ?? finding).title)}
        {result && '. '}
        {result && (
          <span data-fix-result>
            {inWords(result)}{' '}
            <PlacedText text={message('fixScriptDetails')} onPlace={onPlace} onCopy={() => {}} />
          </span>
        )}
      </p>
      <button type="button" class="button" data-action="forget-fix" onClick={onForget}>
        {message(waits === 'click' && endedAt === null ? 'cancel' : 'closeResult')}
      </button>
    </div>
  );
}

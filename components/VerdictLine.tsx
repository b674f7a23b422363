import type { Verdict, VerdictId } from '../lib/diagnosis/verdict';
import { message } from '../lib/i18n/message';

interface VerdictLineProps {
  verdict: Verdict;
  /** Leads to where a push is sent; absent where there is no such place. */
  onPush?: (() => void) | undefined;
}

const signs: Record<VerdictId, string> = {
  broken: '✕',
  limited: '!',
  'not-subscribed': '→',
  works: '✓',
  unknown: '?',
};

/** What is to be said of the page's web push as a whole: one sentence, one sign, one next step. */
export function VerdictLine({ verdict, onPush }: VerdictLineProps) {
  const { id, sentence, reason, next, isPushNext } = verdict;
  return (
    <div class={`verdict verdict-${id}`} data-verdict={id} role="status">
      <span class="verdict-sign" aria-hidden="true">
        {signs[id]}
      </span>
      <p>
        <b>{sentence}</b> {reason}
      </p>
      {next && (
        <p class="verdict-next">
          <span class="none">{message('verdictNextLabel')}</span> {next}{' '}
          {isPushNext && onPush && (
            <button type="button" class="button" data-action="go-push" onClick={onPush}>
              {message('goPush')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

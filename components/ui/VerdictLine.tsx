import type { Verdict, VerdictId } from '../../lib/diagnosis/verdict';
import { message } from '../../lib/i18n/message';
import { inWords } from '../../lib/text/in-words';

interface VerdictLineProps {
  verdict: Verdict;
  /** Leads to where a push is sent; absent where there is no such place. */
  onPush?: (() => void) | undefined;
  /** Leads to the finding that it is made from, which says what to do; absent where there is no such place. */
  onShow?: (() => void) | undefined;
  /** Leads to the checkup; absent where there is no page to check. */
  onCheckup?: (() => void) | undefined;
}

const signs: Record<VerdictId, string> = {
  broken: '✕',
  limited: '!',
  'not-subscribed': '→',
  works: '✓',
  unknown: '?',
};

/** What is to be said of the page's web push as a whole: one sentence, one sign, one next step. */
export function VerdictLine({ verdict, onPush, onShow, onCheckup }: VerdictLineProps) {
  const { id, sentence, reason, next, isPushNext } = verdict;
  return (
    <div class={`verdict verdict-${id}`} data-verdict={id} role="status">
      <span class="verdict-sign" aria-hidden="true">
        {signs[id]}
      </span>
      <p>
        <b>{inWords(sentence)}</b> {inWords(reason)}
      </p>
      {next && !onShow && (
        <p class="verdict-next">
          <span class="none">{message('verdictNextLabel')}</span> {inWords(next)}{' '}
          {isPushNext && onPush && (
            <button type="button" class="button" data-action="go-push" onClick={onPush}>
              {message('goPush')}
            </button>
          )}
        </p>
      )}
      {(onShow || onCheckup) && (
        <p class="verdict-buttons">
          {onShow && (
            <button type="button" class="button" data-action="show-finding" onClick={onShow}>
              {message('verdictShow')}
            </button>
          )}
          {onCheckup && (
            <button
              type="button"
              class="button primary"
              data-action="run-checkup"
              onClick={onCheckup}
            >
              {message('runCheckup')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

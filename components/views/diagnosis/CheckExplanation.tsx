import type { Check } from '../../../lib/diagnosis/check';
import { explainCheck } from '../../../lib/diagnosis/explain-check';
import type { Finding } from '../../../lib/diagnosis/finding';
import { guideTitle } from '../../../lib/diagnosis/guide-title';
import { message } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';

interface CheckExplanationProps {
  check: Check;
  /** What it has found. */
  finding: Finding | undefined;
  /** Leads to its card; absent where that is not shown. */
  onShow: (() => void) | undefined;
}

/** What a check looks at, why it has answered so, and where more is said. */
export function CheckExplanation({ check, finding, onShow }: CheckExplanationProps) {
  const { answer, about } = check;
  const told = explainCheck(check.id);
  const why = answer === 'passed' ? message('checkAllSeen') : inWords(finding?.sentence ?? about);
  return (
    <>
      {told && (
        <p>
          <span class="none">{message('checkLooksAt')}:</span> {inWords(told.looksAt)}
        </p>
      )}
      {why && (
        <p>
          <span class="none">{message('checkWhy')}:</span> {why}
        </p>
      )}
      <p>
        {onShow && (
          <button type="button" class="link" data-action="show-found" onClick={onShow}>
            {message('verdictShow')}
          </button>
        )}{' '}
        {told && (
          <a class="link" href={told.link} target="_blank" rel="noreferrer">
            {inWords(guideTitle(told.link))}
            <span class="visually-hidden"> {message('opensNewTab')}</span>
          </a>
        )}
      </p>
    </>
  );
}

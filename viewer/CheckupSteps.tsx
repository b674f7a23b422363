import { statusTexts, stepTexts } from '../lib/formats/checkup-report';
import type { ViewedRun } from '../lib/formats/viewed-run';
import { message } from '../lib/i18n/message';
import { inWords } from '../lib/text/in-words';

/** The steps of a checkup that the command has made, and what came of each. */
export function CheckupSteps({ steps }: { steps: ViewedRun['checkup'] }) {
  const isFailed = steps.some(({ status }) => status === 'failed');
  return (
    <details class="viewer-checkup" data-checkup={isFailed ? 'failed' : 'passed'} open={isFailed}>
      <summary>
        {message('checkupReportTitle')}: {message(isFailed ? 'verdictFailed' : 'verdictPassed')}
      </summary>
      <ol>
        {steps.map(({ id, status, text }) => (
          <li key={id} data-checkup-step={id} data-status={status}>
            {message(statusTexts[status])}: {message(stepTexts[id].name)}{' '}
            <span class="none">{inWords(text)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

import { type Answer, answers, type Check } from '../../lib/diagnosis/check';
import { findingParts } from '../../lib/diagnosis/finding';
import { answerLabels } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import { inWords } from '../../lib/text/in-words';
import { partLabels } from './part-labels';

interface CheckedListProps {
  checks: readonly Check[];
  isOpen: boolean;
}

/** A tick stands for what was looked for and is not so, and for nothing else. */
const signs: Record<Answer, string> = {
  found: '✕',
  failed: '!',
  'not-known-yet': '?',
  'not-seen-here': '–',
  passed: '✓',
  'not-applicable': '–',
};

/** What was looked for, with the answer of each check. */
export function CheckedList({ checks, isOpen }: CheckedListProps) {
  const groups = answers
    .map((answer) => ({ answer, of: checks.filter((check) => check.answer === answer) }))
    .filter(({ of }) => of.length > 0);
  return (
    <details class="finding-group checked" data-part="checked" open={isOpen}>
      <summary>{plural('checkedCount', checks.length)}</summary>
      <p class="none">{message('checkedMeans')}</p>
      {groups.map(({ answer, of }) => (
        <details key={answer} class="checked-answer" data-answers={answer}>
          <summary>
            <span class={`check-sign check-${answer}`} aria-hidden="true">
              {signs[answer]}
            </span>{' '}
            {message(answerLabels[answer])}: {of.length}
          </summary>
          <div class="checked-parts">
            {findingParts
              .map((part) => ({ part, inPart: of.filter((check) => check.part === part) }))
              .filter(({ inPart }) => inPart.length > 0)
              .map(({ part, inPart }) => (
                <div key={part} class="checked-part">
                  <h3>{message(partLabels[part])}</h3>
                  <ul>
                    {inPart.map(({ id, title, about }) => (
                      <li key={id} data-checked={id} data-check={id} data-answer={answer}>
                        {inWords(title)}
                        {answer === 'not-known-yet' ? '?' : about && '.'}
                        {about && <span class="none"> {inWords(about)}</span>}
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
          </div>
        </details>
      ))}
    </details>
  );
}

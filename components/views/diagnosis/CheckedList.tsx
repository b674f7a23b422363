import { type Answer, answers, type Check } from '../../../lib/diagnosis/check';
import { type Finding, findingParts } from '../../../lib/diagnosis/finding';
import { answerLabels } from '../../../lib/formats/finding-markdown';
import { message } from '../../../lib/i18n/message';
import { plural } from '../../../lib/i18n/plural';
import { markOf } from '../../../lib/text/sign';
import { partLabels } from '../../ui/part-labels';
import { CheckRow } from './CheckRow';

/** A tick stands for what was looked for and is not so, and for nothing else. */
const signs: Record<Answer, string> = {
  found: markOf('fault'),
  failed: markOf('attention'),
  'not-known-yet': markOf('not-yet'),
  'not-seen-here': '–',
  passed: markOf('ok'),
  'not-applicable': '–',
};

interface CheckedListProps {
  checks: readonly Check[];
  /** What they have found, muted or not. */
  findings: readonly Finding[];
  /** Those of them that are shown. */
  shown: readonly Finding[];
  /** Leads to what a check has found. */
  onShow(id: string): void;
}

const withConsequences = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((each) => [each, ...(each.consequences ?? [])]);

/** What was looked for, with the answer of each check. */
export function CheckedList({ checks, findings, shown: cards, onShow }: CheckedListProps) {
  const found = withConsequences(findings);
  const shown = withConsequences(cards).map(({ id }) => id);
  const groups = answers
    .map((answer) => ({ answer, of: checks.filter((check) => check.answer === answer) }))
    .filter(({ of }) => of.length > 0);
  return (
    <details class="finding-group checked" data-part="checked">
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
                    {inPart.map((check) => {
                      const finding = found.find(({ id }) => id === check.id);
                      return (
                        <CheckRow
                          key={check.id}
                          check={check}
                          finding={finding}
                          onShow={
                            finding && shown.includes(check.id) ? () => onShow(check.id) : undefined
                          }
                        />
                      );
                    })}
                  </ul>
                </div>
              ))}
          </div>
        </details>
      ))}
    </details>
  );
}

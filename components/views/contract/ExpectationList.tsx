import {
  type CheckedExpectation,
  type ExpectationPart,
  type ExpectationStatus,
  expectationParts,
} from '../../../lib/expectations/expectation';
import { type MessageKey, message } from '../../../lib/i18n/message';
import type { SessionEntry } from '../../../lib/model/session';
import type { Severity } from '../../../lib/outcome/outcome';
import { inWords } from '../../../lib/text/in-words';
import { EntryLink } from '../../ui/EntryLink';
import { SeverityMark } from '../../ui/SeverityMark';
import { Sign } from '../../ui/Sign';

interface ExpectationListProps {
  checked: readonly CheckedExpectation[];
  entries: readonly SessionEntry[];
  onSelect(key: string): void;
}

const titles: Record<ExpectationPart, MessageKey> = {
  calls: 'contractCalls',
  requests: 'contractRequests',
  events: 'contractEvents',
  pushes: 'contractPushes',
  never: 'contractNever',
};

const marks: Record<Exclude<ExpectationStatus, 'unseen'>, Severity> = {
  met: 'ok',
  failed: 'error',
};

/** Whether an expectation is about a field, or the end, of one before it. */
const isPartOf = ({ id, part }: CheckedExpectation): boolean =>
  part !== 'never' && id.split('.').length > 2;

/** All expectations by what they are about, each with what shows it. */
export function ExpectationList({ checked, entries, onSelect }: ExpectationListProps) {
  return (
    <>
      {expectationParts
        .map((part) => ({ part, all: checked.filter((each) => each.part === part) }))
        .filter(({ all }) => all.length > 0)
        .map(({ part, all }) => (
          <section key={part} class="contract-part" data-part={part}>
            <h2>{message(titles[part])}</h2>
            <ul>
              {all.map((each) => (
                <li
                  key={each.id}
                  class={isPartOf(each) ? 'contract-detail' : undefined}
                  data-expectation={each.id}
                  data-status={each.status}
                >
                  {each.status === 'unseen' ? (
                    <Sign id="not-yet" />
                  ) : (
                    <SeverityMark severity={marks[each.status]} />
                  )}{' '}
                  <span class={each.status === 'unseen' ? 'none' : undefined} dir="auto">
                    {inWords(each.title)}
                  </span>
                  {each.note !== '' && (
                    <>
                      {' '}
                      <span class={each.status === 'failed' ? 'error-text' : 'none'} dir="auto">
                        {inWords(each.note)}
                      </span>
                    </>
                  )}
                  {(!isPartOf(each) || each.status === 'failed') &&
                    each.evidence.map((key) => {
                      const entry = entries.find((one) => one.key === key);
                      return (
                        entry && (
                          <span key={key} data-evidence={key}>
                            {' '}
                            <EntryLink entry={entry} onSelect={onSelect} />
                          </span>
                        )
                      );
                    })}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

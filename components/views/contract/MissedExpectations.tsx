import { expectationFindings } from '../../../lib/expectations/expectation-findings';
import { message } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import { useWorkspace } from '../../shell/workspace';
import { EntryLink } from '../../ui/EntryLink';
import { SeverityMark } from '../../ui/SeverityMark';

/** A line for each expectation that fails: findings of their own, which are no part of the verdict. */
export function MissedExpectations() {
  const { session, contract, showEntry: onSelect } = useWorkspace();
  const { entries } = session;
  const findings = expectationFindings(contract?.checked ?? []);
  if (findings.length === 0) return null;
  return (
    <section class="finding-group" data-part="contract">
      <h2>{message('viewContract')}</h2>
      <ul class="findings-plain">
        {findings.map(({ id, place, severity, title, sentence, evidence }) => (
          <li key={place} data-finding={id} data-severity={severity} data-expectation={place}>
            <SeverityMark severity="error" /> <b dir="auto">{inWords(title)}</b>{' '}
            <span dir="auto">{inWords(sentence)}</span>
            {evidence.map((each) => {
              const entry =
                each.type === 'entry' ? entries.find(({ key }) => key === each.key) : undefined;
              return (
                entry && (
                  <span key={entry.key} data-evidence={entry.key}>
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
  );
}

import { message } from '../../lib/i18n/message';
import type { SessionEntry } from '../../lib/model/session';
import type { Outcome } from '../../lib/outcome/outcome';
import { withoutMore } from '../../lib/outcome/without-more';
import { inWords } from '../../lib/text/in-words';
import { statusLabel } from '../../lib/text/status-label';
import { EntryLink } from './EntryLink';
import { SeverityMark } from './SeverityMark';

interface OutcomeNoteProps {
  outcome: Outcome;
  /** All entries that the evidence may name. */
  entries: readonly SessionEntry[];
  onSelect(key: string): void;
}

/** What became of a call, what proves it, and what to do next. */
export function OutcomeNote({ outcome, entries, onSelect }: OutcomeNoteProps) {
  const { id, severity, sentence, evidence, next, isGuess } = outcome;
  const entryOf = (key: string) => entries.find((entry) => entry.key === key);
  return (
    <div class="outcome" data-outcome-note={id}>
      <p class="outcome-line">
        <SeverityMark severity={severity} /> {inWords(sentence)}
      </p>
      {isGuess && <p class="fact-note">{message('outcomeIsGuess')}</p>}
      {next && (
        <p class="outcome-next">
          <b>{message('whatNext')}:</b> {inWords(next)}
        </p>
      )}
      {evidence.length > 0 && (
        <div class="outcome-evidence">
          <b>{message('evidence')}:</b>
          <ul class="links">
            {withoutMore(evidence).map((each) => {
              if (each.type === 'fact') {
                const label = inWords(each.label);
                return (
                  <li key={label}>
                    {label}
                    {each.text && `: ${inWords(each.text)}`}
                  </li>
                );
              }
              const entry = entryOf(each.key);
              return (
                entry && (
                  <li key={each.key}>
                    <EntryLink entry={entry} onSelect={onSelect} /> {statusLabel(entry)}
                  </li>
                )
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}

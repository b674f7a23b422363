import type { PushDraft } from '../../../lib/push/push-draft';
import type { PushProblem } from '../../../lib/push/push-problem';
import { DraftField } from './DraftField';
import { ProblemText } from './ProblemText';

interface DeliveryFieldsProps {
  draft: PushDraft;
  problem: PushProblem | undefined;
  onChange(change: Partial<PushDraft>): void;
}

/** What every push service wants to know: how long, how urgent, instead of which other. */
export function DeliveryFields({ draft, problem, onChange }: DeliveryFieldsProps) {
  return (
    <>
      <DraftField name="ttl" label="TTL" draft={draft} onChange={onChange} />
      <ProblemText of="ttl" problem={problem} />
      <label class="push-field">
        <span>Urgency</span>
        <select
          class="field"
          name="push-urgency"
          value={draft.urgency}
          onChange={(event) => onChange({ urgency: event.currentTarget.value })}
        >
          {['', 'very-low', 'low', 'normal', 'high'].map((each) => (
            <option key={each} value={each}>
              {each || '–'}
            </option>
          ))}
        </select>
      </label>
      <DraftField name="topic" label="Topic" draft={draft} onChange={onChange} />
      <ProblemText of="topic" problem={problem} />
    </>
  );
}

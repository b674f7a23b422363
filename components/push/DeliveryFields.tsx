import type { PushDraft } from '../../lib/push/push-draft';
import type { PushProblem } from '../../lib/push/push-problem';
import { ProblemText } from './ProblemText';

interface DeliveryFieldsProps {
  draft: PushDraft;
  problem: PushProblem | undefined;
  onChange(change: Partial<PushDraft>): void;
}

/** What every push service wants to know: how long, how urgent, instead of which other. */
export function DeliveryFields({ draft, problem, onChange }: DeliveryFieldsProps) {
  const textField = (name: 'ttl' | 'topic', label: string) => (
    <>
      <label class="push-field">
        <span>{label}</span>
        <input
          class="field"
          name={`push-${name}`}
          spellcheck={false}
          autocomplete="off"
          value={draft[name]}
          onInput={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      </label>
      <ProblemText of={name} problem={problem} />
    </>
  );
  return (
    <>
      {textField('ttl', 'TTL')}
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
      {textField('topic', 'Topic')}
    </>
  );
}

import type { PushDraft } from '../../../lib/push/push-draft';

interface DraftFieldProps {
  name: 'ttl' | 'topic' | 'vapidPublic' | 'vapidSubject';
  label: string;
  placeholder?: string;
  draft: PushDraft;
  onChange(change: Partial<PushDraft>): void;
}

/** A line of text of the push that is being written. */
export function DraftField({ name, label, placeholder = '', draft, onChange }: DraftFieldProps) {
  return (
    <label class="push-field">
      <span>{label}</span>
      <input
        class="field"
        name={`push-${name}`}
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        value={draft[name]}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

import type { KnownField } from '../../../lib/calls/field-names';
import { type FormRow, rowTypes } from '../../../lib/calls/form-row';
import type { InputProblem } from '../../../lib/calls/object-input';
import { type MessageKey, message } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import { IconButton } from '../../ui/IconButton';

interface FieldRowProps {
  /** Beginning of the ids of what describes the row. */
  id: string;
  /** Id of the list of names that are suggested. */
  list: string;
  /** From 0. */
  index: number;
  /** What the row belongs to. */
  label: string;
  row: FormRow;
  known: readonly KnownField[];
  problems: readonly InputProblem[];
  onChange(change: Partial<FormRow>): void;
  onRemove(): void;
  onLeave(): void;
}

const typeNames: Record<FormRow['type'], MessageKey> = {
  text: 'typeText',
  number: 'typeNumber',
  boolean: 'typeBoolean',
  date: 'typeDate',
  list: 'typeList',
  json: 'typeJson',
};

/** One field of an object: name, type, value; under it what the field is and what is wrong with it. */
export function FieldRow(props: FieldRowProps) {
  const { id, index, label, row, known, problems, onChange } = props;
  const field = known.find((each) => each.name === row.name.trim());
  const problemOf = (part: InputProblem['part']) => {
    const found = problems.find((problem) => problem.part === part);
    return found && inWords(found.text);
  };
  const wrongName = problemOf('name');
  const wrongValue = problemOf('value');
  const helpId = field?.help ? `${id}-help` : undefined;
  const rename = (next: string) => {
    const chosen = known.find((each) => each.name === next);
    // A known field brings its type, unless something is typed already.
    onChange({ name: next, ...(chosen && row.text === '' && { type: chosen.type }) });
  };
  return (
    <div
      class="field-row"
      data-row={index}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) props.onLeave();
      }}
    >
      <input
        class="field"
        list={props.list}
        aria-label={`${label}: ${message('fieldName')}`}
        aria-invalid={wrongName !== undefined}
        aria-describedby={wrongName ? `${id}-name-problem` : undefined}
        placeholder={message('fieldName')}
        spellcheck={false}
        autocomplete="off"
        value={row.name}
        onInput={(event) => rename(event.currentTarget.value)}
      />
      <select
        class="field"
        aria-label={`${label}: ${message('fieldType')}`}
        value={row.type}
        onChange={(event) =>
          onChange({ type: rowTypes.find((type) => type === event.currentTarget.value) ?? 'text' })
        }
      >
        {rowTypes.map((type) => (
          <option key={type} value={type}>
            {message(typeNames[type])}
          </option>
        ))}
      </select>
      <input
        class="field"
        aria-label={`${label}: ${row.name.trim() || message('fieldValue')}`}
        aria-invalid={wrongValue !== undefined}
        aria-describedby={[wrongValue && `${id}-value-problem`, helpId].filter(Boolean).join(' ')}
        placeholder={message('fieldValue')}
        spellcheck={false}
        autocomplete="off"
        value={row.text}
        onInput={(event) => onChange({ text: event.currentTarget.value })}
      />
      <IconButton
        icon="close"
        // match and update may both have a field of a name, or one that has none yet.
        label={message('removeField', `${label}.${row.name.trim() || index + 1}`)}
        onClick={props.onRemove}
      />
      {wrongName && (
        <p class="error-text field-problem" id={`${id}-name-problem`} role="alert">
          {wrongName}
        </p>
      )}
      {wrongValue && (
        <p class="error-text field-problem" id={`${id}-value-problem`} role="alert">
          {wrongValue}
        </p>
      )}
      {field?.help && (
        <p class="fact-note field-problem" id={helpId}>
          {inWords(field.help)}
        </p>
      )}
    </div>
  );
}

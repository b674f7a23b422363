import type { KnownField } from '../../lib/calls/field-names';
import { type FormRow, rowTypes } from '../../lib/calls/form-row';
import type { InputProblem } from '../../lib/calls/object-input';
import { type MessageKey, message } from '../../lib/i18n/message';
import { inWords } from '../../lib/text/in-words';
import { IconButton } from '../IconButton';

interface RowsFieldProps {
  /** Part of the elements' ids. */
  name: string;
  label: string;
  rows: readonly FormRow[];
  known: readonly KnownField[];
  problems: readonly InputProblem[];
  onRows(rows: FormRow[]): void;
}

const typeNames: Record<FormRow['type'], MessageKey> = {
  text: 'typeText',
  number: 'typeNumber',
  boolean: 'typeBoolean',
  date: 'typeDate',
  list: 'typeList',
  json: 'typeJson',
};

const blank: FormRow = { name: '', type: 'text', text: '' };

/** An object's fields as rows: name, type, value. */
export function RowsField({ name, label, rows, known, problems, onRows }: RowsFieldProps) {
  const shown = rows.length > 0 ? rows : [blank];
  const set = (index: number, change: Partial<FormRow>) =>
    onRows(shown.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const rename = (index: number, next: string) => {
    const row = shown[index] as FormRow;
    const field = known.find((each) => each.name === next);
    // A known field brings its type, unless something is typed already.
    set(index, { name: next, ...(field && row.text === '' && { type: field.type }) });
  };
  const problemOf = (row: number, part: InputProblem['part']) => {
    const found = problems.find((problem) => problem.row === row && problem.part === part);
    return found && inWords(found.text);
  };
  return (
    <div class="rows">
      <datalist id={`${name}-fields`}>
        {known.map((field) => (
          <option key={field.name} value={field.name} />
        ))}
      </datalist>
      {shown.map((row, index) => {
        const wrongName = problemOf(index, 'name');
        const wrongValue = problemOf(index, 'value');
        const id = `${name}-${index}`;
        return (
          <div class="field-row" key={index} data-row={index}>
            <input
              class="field"
              list={`${name}-fields`}
              aria-label={`${label}: ${message('fieldName')}`}
              aria-invalid={wrongName !== undefined}
              aria-describedby={wrongName ? `${id}-name-problem` : undefined}
              placeholder={message('fieldName')}
              spellcheck={false}
              autocomplete="off"
              value={row.name}
              onInput={(event) => rename(index, event.currentTarget.value)}
            />
            <select
              class="field"
              aria-label={`${label}: ${message('fieldType')}`}
              value={row.type}
              onChange={(event) =>
                set(index, {
                  type: rowTypes.find((type) => type === event.currentTarget.value) ?? 'text',
                })
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
              aria-label={`${label}: ${message('fieldValue')}`}
              aria-invalid={wrongValue !== undefined}
              aria-describedby={wrongValue ? `${id}-value-problem` : undefined}
              placeholder={message('fieldValue')}
              spellcheck={false}
              autocomplete="off"
              value={row.text}
              onInput={(event) => set(index, { text: event.currentTarget.value })}
            />
            <IconButton
              icon="close"
              label={message('removeField', row.name)}
              onClick={() => onRows(shown.filter((_, at) => at !== index))}
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
          </div>
        );
      })}
      <button type="button" class="link" onClick={() => onRows([...shown, blank])}>
        + {message('addField')}
      </button>
    </div>
  );
}

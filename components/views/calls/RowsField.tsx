import { useRef } from 'preact/hooks';
import type { KnownField } from '../../../lib/calls/field-names';
import type { FormRow } from '../../../lib/calls/form-row';
import type { InputProblem } from '../../../lib/calls/object-input';
import { message } from '../../../lib/i18n/message';
import { useFocusNext } from '../../ui/use-focus-next';
import { FieldRow } from './FieldRow';

interface RowsFieldProps {
  /** Part of the elements' ids. */
  name: string;
  label: string;
  rows: readonly FormRow[];
  known: readonly KnownField[];
  problems: readonly InputProblem[];
  onRows(rows: FormRow[]): void;
  /** The focus has left a row. */
  onLeave?(row: number): void;
}

const blank: FormRow = { name: '', type: 'text', text: '' };

/** An object's fields as rows: name, type, value. */
export function RowsField(props: RowsFieldProps) {
  const { name, label, rows, known, problems, onRows, onLeave } = props;
  const root = useRef<HTMLDivElement>(null);
  const focusNext = useFocusNext(root);
  const shown = rows.length > 0 ? rows : [blank];
  const set = (index: number, change: Partial<FormRow>) =>
    onRows(shown.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const add = () => {
    focusNext(`[data-row="${shown.length}"] input`);
    onRows([...shown, blank]);
  };
  const remove = (index: number) => {
    focusNext(`[data-row="${Math.max(0, Math.min(index, shown.length - 2))}"] input`);
    onRows(shown.filter((_, at) => at !== index));
  };
  return (
    <div class="rows" ref={root}>
      <datalist id={`${name}-fields`}>
        {known.map((field) => (
          <option key={field.name} value={field.name} />
        ))}
      </datalist>
      {shown.map((row, index) => (
        <FieldRow
          key={index}
          id={`${name}-${index}`}
          list={`${name}-fields`}
          index={index}
          label={label}
          row={row}
          known={known}
          problems={problems.filter((problem) => problem.row === index)}
          onChange={(change) => set(index, change)}
          onRemove={() => remove(index)}
          onLeave={() => onLeave?.(index)}
        />
      ))}
      <button
        type="button"
        class="link"
        aria-label={`${message('addField')}: ${label}`}
        onClick={add}
      >
        + {message('addField')}
      </button>
    </div>
  );
}

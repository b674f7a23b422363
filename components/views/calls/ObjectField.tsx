import { useRef, useState } from 'preact/hooks';
import type { KnownField } from '../../../lib/calls/field-names';
import {
  type InputProblem,
  inputOf,
  isEmptyInput,
  type ObjectInput,
  readInput,
  switchView,
} from '../../../lib/calls/object-input';
import type { CallWarning } from '../../../lib/calls/warnings';
import { message } from '../../../lib/i18n/message';
import type { JsonObject } from '../../../lib/model/json';
import { inWords } from '../../../lib/text/in-words';
import { useAfterPointer } from '../../ui/use-after-pointer';
import { useFocusNext } from '../../ui/use-focus-next';
import { ViewSwitch } from '../../ui/ViewSwitch';
import { JsonField } from './JsonField';
import type { JsonProblem } from './json-editor';
import { RowsField } from './RowsField';
import { Warnings } from './Warnings';

interface ObjectFieldProps {
  /** The argument's name, as the SDK's documentation has it. */
  name: string;
  input: ObjectInput;
  known: readonly KnownField[];
  /** What an empty input is filled with for somebody who asks. */
  example: JsonObject;
  problems: readonly InputProblem[];
  warnings: readonly CallWarning[];
  onInput(input: ObjectInput): void;
}

/** An object as a form or as JSON: two views of one value. */
export function ObjectField(props: ObjectFieldProps) {
  const { name, input, known, example, problems, warnings, onInput } = props;
  const root = useRef<HTMLFieldSetElement>(null);
  const focusNext = useFocusNext(root);
  // Rows that were filled in and left: what is wrong with them is said from then on, not while they are typed for the first time.
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const afterPointer = useAfterPointer();
  const [exact, setExact] = useState<readonly JsonProblem[]>([]);
  const [refused, setRefused] = useState<readonly InputProblem[]>([]);
  const change = (next: ObjectInput) => {
    setRefused([]);
    onInput(next);
  };
  const show = () => {
    const switched = switchView(input);
    if ('problems' in switched) setRefused(switched.problems);
    else change(switched.input);
  };
  const read = readInput(input);
  const seen =
    'problems' in read ? read.problems.filter(({ row }) => row !== undefined && left.has(row)) : [];
  const shown = problems.length > 0 ? problems : refused.length > 0 ? refused : seen;
  const ofText = shown.filter(({ row }) => row === undefined);
  return (
    <fieldset class="object-field" data-input={name} ref={root}>
      <legend>{name}</legend>
      <ViewSwitch name={name} view={input.view} onView={show} />
      {input.view === 'form' ? (
        <RowsField
          name={name}
          label={name}
          rows={input.rows}
          known={known}
          problems={shown}
          onRows={(rows) => {
            if (rows.length < input.rows.length) setLeft(new Set());
            change({ ...input, rows });
          }}
          onLeave={(row) => afterPointer(() => setLeft((held) => new Set(held).add(row)))}
        />
      ) : (
        <JsonField
          label={name}
          text={input.text}
          onText={(text) => change({ ...input, text })}
          onProblems={setExact}
        />
      )}
      {input.view === 'json' &&
        (exact.length > 0
          ? exact.slice(0, 3).map(({ said }) => (
              <p class="error-text" key={said} data-problem="json">
                {said}
              </p>
            ))
          : ofText.map(({ text }, index) => (
              <p class="error-text" key={index} role="alert" data-problem="json">
                {inWords(text)}
              </p>
            )))}
      {refused.length > 0 && <p class="fact-note">{message('switchRefused')}</p>}
      {isEmptyInput(input) && (
        <button
          type="button"
          class="link insert-example"
          data-action="insert-example"
          aria-label={`${message('insertExample')}: ${name}`}
          onClick={() => {
            focusNext('[data-row="0"] .field:nth-of-type(2), .cm-content, textarea');
            change(inputOf(example, input.view));
          }}
        >
          {message('insertExample')}
        </button>
      )}
      <Warnings warnings={warnings} />
    </fieldset>
  );
}

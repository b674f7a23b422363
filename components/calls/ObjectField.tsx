import { useState } from 'preact/hooks';
import type { KnownField } from '../../lib/calls/field-names';
import { type InputProblem, type ObjectInput, switchView } from '../../lib/calls/object-input';
import type { CallWarning } from '../../lib/calls/warnings';
import { message } from '../../lib/i18n/message';
import { inWords } from '../../lib/text/in-words';
import { ViewSwitch } from '../ViewSwitch';
import { JsonField } from './JsonField';
import type { JsonProblem } from './json-editor';
import { RowsField } from './RowsField';
import { Warnings } from './Warnings';

interface ObjectFieldProps {
  /** The argument's name, as the SDK's documentation has it. */
  name: string;
  input: ObjectInput;
  known: readonly KnownField[];
  problems: readonly InputProblem[];
  warnings: readonly CallWarning[];
  onInput(input: ObjectInput): void;
}

/** An object as a form or as JSON: two views of one value. */
export function ObjectField({ name, input, known, problems, warnings, onInput }: ObjectFieldProps) {
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
  const shown = problems.length > 0 ? problems : refused;
  const ofText = shown.filter(({ row }) => row === undefined);
  return (
    <fieldset class="object-field" data-input={name}>
      <legend>{name}</legend>
      <ViewSwitch name={name} view={input.view} onView={show} />
      {input.view === 'form' ? (
        <RowsField
          name={name}
          label={name}
          rows={input.rows}
          known={known}
          problems={shown}
          onRows={(rows) => change({ ...input, rows })}
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
          ? exact.slice(0, 3).map(({ line, column, text }) => (
              <p class="error-text" key={`${line}:${column}:${text}`} data-problem="json">
                {message('problemAt', line, column, text)}
              </p>
            ))
          : ofText.map(({ text }, index) => (
              <p class="error-text" key={index} role="alert" data-problem="json">
                {inWords(text)}
              </p>
            )))}
      {refused.length > 0 && <p class="fact-note">{message('switchRefused')}</p>}
      <Warnings warnings={warnings} />
    </fieldset>
  );
}

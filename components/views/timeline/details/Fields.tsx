import type { ComponentChildren } from 'preact';
import { BreakableName } from '../../../ui/BreakableName';

interface FieldsProps {
  /** Label and value; a value that is not there leaves its line out. */
  fields: readonly (readonly [string, ComponentChildren])[];
}

/** Labels with their values. */
export function Fields({ fields }: FieldsProps) {
  return (
    <dl class="fields">
      {fields
        .filter(([, value]) => value !== undefined && value !== null && value !== false)
        .map(([label, value]) => (
          <div key={label}>
            <dt>
              <BreakableName text={label} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

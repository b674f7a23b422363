import type { Encoded } from '../../../../lib/model/encoded-value';
import type { ErrorData } from '../../../../lib/model/entry';
import type { SessionEntry } from '../../../../lib/model/session';
import { kindLabel } from '../../../../lib/text/kind-label';
import { stepNote } from '../../../../lib/text/step-note';
import { JsonTree } from '../../../ui/JsonTree';
import type { DetailActions } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Section } from './Section';

interface PlainDetailsProps extends Pick<DetailActions, 'onCopy' | 'onOpenSource'> {
  entry: SessionEntry;
  detail: Record<string, Encoded | undefined> & { error?: ErrorData };
}

/** The details of a kind that needs nothing of its own: its fields as they are, by their names. */
export function PlainDetails({ entry, detail, onCopy, onOpenSource }: PlainDetailsProps) {
  const { error, ...fields } = detail;
  const note = entry.kind === 'worker-step' && stepNote(entry.name, entry.detail);
  return (
    <>
      <Section title={kindLabel(entry.kind)}>
        {Object.entries(fields).map(
          ([name, value]) =>
            value !== undefined && (
              <JsonTree key={name} label={name} value={value} onCopy={onCopy} />
            ),
        )}
        {note && <p class="fact-note">{note}</p>}
      </Section>
      {error && <ErrorSection error={error} onOpenSource={onOpenSource} />}
    </>
  );
}

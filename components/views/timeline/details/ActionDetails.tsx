import { message } from '../../../../lib/i18n/message';
import { JsonTree } from '../../../ui/JsonTree';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Section } from './Section';

/** Something that was done by the panel, and what came of it. */
export function ActionDetails({ detail, onCopy, onOpenSource }: DetailProps<'action'>) {
  return (
    <>
      <Section title={message('actionByYou')}>
        <JsonTree label="target" value={detail.target} onCopy={onCopy} />
        {detail.result !== undefined && (
          <JsonTree label="result" value={detail.result} onCopy={onCopy} />
        )}
      </Section>
      {detail.error && <ErrorSection error={detail.error} onOpenSource={onOpenSource} />}
    </>
  );
}

import { message } from '../../lib/i18n/message';
import { JsonTree } from '../JsonTree';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Section } from './Section';

/** A step of what became of a push. */
export function WorkerStepDetails({ detail, onCopy, onOpenSource }: DetailProps<'worker-step'>) {
  const { data, result, error } = detail;
  return (
    <>
      <Section title={message('kindPush')}>
        {data !== undefined && <JsonTree label="data" value={data} onCopy={onCopy} />}
        {result !== undefined && <JsonTree label="result" value={result} onCopy={onCopy} />}
      </Section>
      {error && <ErrorSection error={error} onOpenSource={onOpenSource} />}
    </>
  );
}

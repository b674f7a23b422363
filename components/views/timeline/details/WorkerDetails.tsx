import { containerIdOf } from '../../../../lib/akpush/container-id';
import { message } from '../../../../lib/i18n/message';
import { JsonTree } from '../../../ui/JsonTree';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

/** A service worker was registered, or changed. */
export function WorkerDetails({ detail, onCopy, onOpenSource }: DetailProps<'worker'>) {
  const container = detail.script ? containerIdOf(detail.script) : null;
  return (
    <>
      <Section title={message('worker')}>
        <Fields
          fields={[
            [message('script'), detail.script ?? message('unknown')],
            [
              message('containerId'),
              container && message('container', container.account, container.resource),
            ],
            [message('scope'), detail.scope ?? message('unknown')],
          ]}
        />
        {detail.options !== undefined && (
          <JsonTree label="options" value={detail.options} onCopy={onCopy} />
        )}
      </Section>
      {detail.error && <ErrorSection error={detail.error} onOpenSource={onOpenSource} />}
    </>
  );
}

import { message } from '../../../../lib/i18n/message';
import { JsonTree } from '../../../ui/JsonTree';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

/** A method of the push manager. */
export function SubscriptionDetails(props: DetailProps<'subscription'>) {
  const { entry, detail, onCopy, onOpenSource } = props;
  return (
    <>
      <Section title={message('subscription')}>
        <Fields fields={[[message('scope'), detail.scope ?? message('unknown')]]} />
        {detail.options !== undefined && (
          <JsonTree label="options" value={detail.options} onCopy={onCopy} />
        )}
      </Section>
      {detail.error ? (
        <ErrorSection error={detail.error} onOpenSource={onOpenSource} />
      ) : (
        <Section title={message('result')}>
          {detail.result !== undefined ? (
            <JsonTree label="result" value={detail.result} onCopy={onCopy} />
          ) : (
            <p class="none">{message(entry.status === 'pending' ? 'stillPending' : 'noResult')}</p>
          )}
        </Section>
      )}
    </>
  );
}

import { formatNumber } from '../../../../lib/i18n/format-number';
import { message } from '../../../../lib/i18n/message';
import { JsonTree } from '../../../ui/JsonTree';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

const listenersText = (listeners: number | null): string => {
  if (listeners === null) return message('unknown');
  return listeners === 0 ? message('nobodyListened') : formatNumber(listeners);
};

/** An event of the SDK. */
export function EventDetails({ detail, onCopy, onOpenSource }: DetailProps<'event'>) {
  return (
    <>
      <Section title={message('payload')}>
        {detail.payload.length === 0 && <p class="none">{message('noPayload')}</p>}
        {detail.payload.map((value, index) => (
          <JsonTree
            key={index}
            label={index === 0 ? 'payload' : `payload${index + 1}`}
            value={value}
            onCopy={onCopy}
          />
        ))}
      </Section>
      <Section title={message('delivery')}>
        <Fields fields={[[message('listeners'), listenersText(detail.listeners)]]} />
      </Section>
      {detail.error && (
        <ErrorSection
          error={detail.error}
          title={message('listenerThrew')}
          onOpenSource={onOpenSource}
        />
      )}
    </>
  );
}

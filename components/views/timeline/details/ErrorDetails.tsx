import { type MessageKey, message } from '../../../../lib/i18n/message';
import type { Details } from '../../../../lib/model/entry';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

const sources: Record<Details['error']['source'], MessageKey> = {
  error: 'sourceError',
  unhandledrejection: 'sourceRejection',
  'worker-registration': 'sourceWorker',
  securitypolicyviolation: 'sourcePolicy',
  loading: 'sourceLoading',
};

/** An error that nobody caught. */
export function ErrorDetails({ detail, onOpenSource }: DetailProps<'error'>) {
  const { script, line, column } = detail;
  const place = script && `${script}${line ? `:${line}:${column ?? 1}` : ''}`;
  return (
    <>
      <ErrorSection error={detail.error} onOpenSource={onOpenSource} />
      <Section title={message('origin')}>
        <Fields
          fields={[
            [message('source'), message(sources[detail.source])],
            [
              message('script'),
              script ? (
                <button
                  type="button"
                  class="link"
                  onClick={() => onOpenSource(script, line ?? 1, column ?? 1)}
                >
                  {place}
                </button>
              ) : (
                message('unknown')
              ),
            ],
          ]}
        />
      </Section>
    </>
  );
}

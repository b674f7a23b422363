import { type AnswerMaker, answerMaker } from '../../../../lib/akpush/answer-maker';
import { pushPixPath } from '../../../../lib/akpush/push-pix';
import { decodeBody } from '../../../../lib/akpush/request';
import { type MessageKey, message } from '../../../../lib/i18n/message';
import type { Encoded } from '../../../../lib/model/encoded-value';
import { JsonTree } from '../../../ui/JsonTree';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

interface BodyProps {
  title: string;
  label: string;
  body: Encoded;
  onCopy(text: string): void;
}

function Body({ title, label, body, onCopy }: BodyProps) {
  const { value } = decodeBody(body);
  return (
    <Section title={title}>
      {value === null || value === '' ? (
        <p class="none">{message('noBody')}</p>
      ) : (
        <JsonTree label={label} value={value} onCopy={onCopy} />
      )}
    </Section>
  );
}

const makers: Readonly<Record<AnswerMaker, MessageKey>> = {
  server: 'answeredByServer',
  worker: 'answeredByWorker',
  script: 'answeredByScript',
};

/** A request of the SDK and its answer. */
export function RequestDetails({
  entry,
  detail,
  onCopy,
  onCopyCurl,
  onOpenSource,
}: DetailProps<'request'>) {
  const { httpStatus } = detail;
  const maker = httpStatus === undefined ? undefined : answerMaker(detail, entry.url);
  const answer = httpStatus === 0 ? message('opaqueAnswer') : httpStatus;
  return (
    <>
      <Section title={message('request')}>
        <Fields
          fields={[
            [message('method'), detail.method],
            ['URL', detail.url],
            [message('sdkPath'), pushPixPath(detail.url)],
            ['HTTP', answer ?? (entry.status === 'pending' ? message('stillPending') : null)],
            [message('answeredBy'), maker && message(makers[maker])],
          ]}
        />
        <p class="buttons">
          <button
            type="button"
            class="button"
            data-action="copy-curl"
            onClick={() => onCopyCurl(detail, false)}
          >
            {message('copyCurl')}
          </button>
          <button
            type="button"
            class="button"
            data-action="copy-curl-whole"
            onClick={() => onCopyCurl(detail, true)}
          >
            {message('copyCurlWhole')}
          </button>
        </p>
      </Section>
      {detail.error && <ErrorSection error={detail.error} onOpenSource={onOpenSource} />}
      <Body title={message('requestBody')} label="body" body={detail.body} onCopy={onCopy} />
      {detail.response !== undefined && (
        <Body title={message('response')} label="response" body={detail.response} onCopy={onCopy} />
      )}
      {detail.headers.length > 0 && (
        <Section title={message('requestHeaders')}>
          <Fields fields={detail.headers} />
        </Section>
      )}
      {detail.responseHeaders && detail.responseHeaders.length > 0 && (
        <Section title={message('responseHeaders')}>
          <Fields fields={detail.responseHeaders} />
        </Section>
      )}
    </>
  );
}

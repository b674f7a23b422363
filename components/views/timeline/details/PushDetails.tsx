import { message } from '../../../../lib/i18n/message';
import { pushWayKeys } from '../../../../lib/text/push-way';
import { sentHow } from '../../../../lib/text/sent-how';
import { statusLabel } from '../../../../lib/text/status-label';
import { EntryLink } from '../../../ui/EntryLink';
import { JsonTree } from '../../../ui/JsonTree';
import { OutcomeNote } from '../../../ui/OutcomeNote';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

/** A push, or another event of the worker. */
export function PushDetails(props: DetailProps<'push'>) {
  const { detail, related, outcome, onCopy, onSelect, onOpenSource } = props;
  const { way, payload, script, scope, data, result, error } = detail;
  return (
    <>
      {outcome && (
        <Section title={message('whatHappened')}>
          <OutcomeNote outcome={outcome} entries={related.ofPage} onSelect={onSelect} />
        </Section>
      )}
      <Section title={message('kindPush')}>
        <Fields
          fields={[
            [
              message('pushWay'),
              way && [message(pushWayKeys[way]), sentHow(detail)].filter(Boolean).join(' · '),
            ],
            [message('script'), script ?? null],
            [message('scope'), scope],
          ]}
        />
        {payload !== undefined &&
          (payload === null ? (
            <p class="none">{message('noPayload')}</p>
          ) : (
            <JsonTree label="payload" value={payload} onCopy={onCopy} />
          ))}
        {data !== undefined && <JsonTree label="data" value={data} onCopy={onCopy} />}
        {result !== undefined && <JsonTree label="result" value={result} onCopy={onCopy} />}
      </Section>
      {error && <ErrorSection error={error} onOpenSource={onOpenSource} />}
      {related.effects.length > 0 && (
        <Section title={message('caused')}>
          <ul class="links">
            {related.effects.map((effect) => (
              <li key={effect.key}>
                <EntryLink entry={effect} onSelect={onSelect} /> {statusLabel(effect)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

import { type ContainerId, containerIdOf } from '../../../../lib/akpush/container-id';
import { message } from '../../../../lib/i18n/message';
import { foundHow } from '../../../../lib/text/found-how';
import { JsonTree } from '../../../ui/JsonTree';
import type { DetailProps } from './detail-props';
import { Fields } from './Fields';
import { Section } from './Section';

const isContainer = (id: ContainerId | null): id is ContainerId => id !== null;

/** The SDK that was found. */
export function SdkDetails({ entry, detail, onCopy }: DetailProps<'sdk'>) {
  const { script, scripts, members, config, unwatched } = detail;
  const containers = [script ?? '', ...scripts].map(containerIdOf).filter(isContainer);
  const ids = [...new Map(containers.map((each) => [each.raw, each])).values()];
  return (
    <>
      <Section title="AKPush">
        <Fields
          fields={[
            [message('generation'), entry.name],
            [message('found'), message(foundHow(detail))],
            [message('script'), script ?? message('scriptUnknown')],
            ...ids.map(
              ({ raw, account, resource }) =>
                [
                  message('containerId'),
                  <>
                    <code>{raw}</code> {message('container', account, resource)}
                  </>,
                ] as const,
            ),
            [
              message('scriptsSeen'),
              scripts.length > 0 && (
                <ul>
                  {scripts.map((url) => (
                    <li key={url}>{url}</li>
                  ))}
                </ul>
              ),
            ],
            [message('members'), members.length > 0 ? members.join(', ') : message('none')],
            [message('unwatched'), unwatched && unwatched.length > 0 && unwatched.join(', ')],
          ]}
        />
      </Section>
      <Section title={message('effectiveConfig')}>
        {config === undefined ? (
          <p class="none">{message('noConfigYet')}</p>
        ) : (
          <JsonTree label="config" value={config} onCopy={onCopy} />
        )}
      </Section>
    </>
  );
}

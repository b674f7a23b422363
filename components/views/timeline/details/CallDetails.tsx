import { nameArguments } from '../../../../lib/akpush/method-arguments';
import { recordedCall } from '../../../../lib/calls/recorded-call';
import { message } from '../../../../lib/i18n/message';
import { statusLabel } from '../../../../lib/text/status-label';
import { useWorkspace } from '../../../shell/workspace';
import { EntryLink } from '../../../ui/EntryLink';
import { JsonTree } from '../../../ui/JsonTree';
import { OutcomeNote } from '../../../ui/OutcomeNote';
import { FrameLink } from '../../../ui/StackTrace';
import type { DetailProps } from './detail-props';
import { ErrorSection } from './ErrorSection';
import { Fields } from './Fields';
import { Section } from './Section';

/** A call of the SDK: what was asked, what came of it, what it caused. */
export function CallDetails(props: DetailProps<'call'>) {
  const isFile = useWorkspace().page === undefined;
  const { entry, detail, related, outcome, onCopy, onSelect, onOpenSource } = props;
  const recorded = recordedCall(entry);
  const args = nameArguments(entry.name, detail.args);
  return (
    <>
      {outcome && outcome.id !== 'created' && (
        <Section title={message('whatHappened')}>
          <OutcomeNote outcome={outcome} entries={related.ofPage} onSelect={onSelect} />
        </Section>
      )}
      <Section title={message('arguments')}>
        {recorded && (
          <p class="buttons">
            <button
              type="button"
              class="button"
              data-action="copy-snippet"
              onClick={() =>
                onCopy(
                  import('../../../../lib/calls/snippet').then((snippet) =>
                    snippet.callSnippet(recorded.call),
                  ),
                )
              }
            >
              {message('copySnippet')}
            </button>
            {!isFile && (
              <button
                type="button"
                class="button"
                data-action="edit-call"
                onClick={() => props.onEditCall(entry.key)}
              >
                {message('editAsCall')}
              </button>
            )}
          </p>
        )}
        {recorded?.isWhole === false && <p class="fact-note">{message('callNotWhole')}</p>}
        {args.length === 0 && <p class="none">{message('noArguments')}</p>}
        {args.map(({ name, value }) => (
          <JsonTree key={name} label={name} value={value} onCopy={onCopy} />
        ))}
      </Section>
      {detail.error ? (
        <ErrorSection
          error={detail.error}
          title={message(detail.thrown ? 'thrown' : 'rejected')}
          onOpenSource={onOpenSource}
        />
      ) : (
        <Section title={message('result')}>
          {detail.result !== undefined ? (
            <JsonTree label="result" value={detail.result} onCopy={onCopy} />
          ) : (
            <p class="none">{message(entry.status === 'pending' ? 'stillPending' : 'noResult')}</p>
          )}
        </Section>
      )}
      <Section title={message('caused')}>
        {related.effects.length === 0 ? (
          <p class="none">
            {message(entry.status === 'pending' ? 'causedNothingYet' : 'causedNothing')}
          </p>
        ) : (
          <ul class="links">
            {related.effects.map((effect) => (
              <li key={effect.key}>
                <EntryLink entry={effect} onSelect={onSelect} /> {statusLabel(effect)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {detail.config !== undefined && (
        <Section title={message('effectiveConfig')}>
          <JsonTree label="config" value={detail.config} onCopy={onCopy} />
        </Section>
      )}
      <Section title={message('circumstances')}>
        <Fields
          fields={[
            [
              message('caller'),
              related.caller ? (
                <FrameLink frame={related.caller} onOpenSource={onOpenSource} />
              ) : (
                message('callerUnknown')
              ),
            ],
            [
              'document.readyState',
              detail.readyState === 'loading'
                ? `loading: ${message('loadingDefers')}`
                : detail.readyState,
            ],
            [message('userGesture'), message(detail.gesture ? 'yes' : 'no')],
          ]}
        />
      </Section>
    </>
  );
}

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { fieldsOf, textOf } from '../../../lib/model/encoded-value';
import type { Session, SessionEntry } from '../../../lib/model/session';
import type { Outcomes } from '../../../lib/outcome/outcomes';
import { formatDuration } from '../../../lib/text/format-duration';
import { inWords } from '../../../lib/text/in-words';
import { statusLabel } from '../../../lib/text/status-label';
import { summarize } from '../../../lib/text/summary';
import { useWorkspace } from '../../shell/workspace';
import { EntryLink } from '../../ui/EntryLink';
import { OutcomeNote } from '../../ui/OutcomeNote';
import { useChunk } from '../../ui/use-chunk';

interface PushTraceProps {
  session: Session;
  outcomes: Outcomes;
  /** Whether the next push is the one that was just sent: the focus goes to its result. */
  isAwaited: RefObject<boolean>;
  /** Opens an address in a tab. */
  onOpenUrl(url: string): void;
  onSelect(key: string): void;
}

const loadSeen = () => import('./SeenQuestion');

/** Whether a notification was shown by all that can be seen: then only the tester knows whether it came to the screen. */
const wasShown = (push: SessionEntry, outcome: string | undefined): boolean =>
  push.kind === 'push' &&
  !push.detail.isDry &&
  (push.name === 'push' || push.name === 'notification') &&
  (outcome === 'shown' || outcome === 'shown-twice' || outcome === 'replaced');

/** The outcome of the push that was sent last, step by step. */
export function PushTrace(props: PushTraceProps) {
  const { session, outcomes, isAwaited, onOpenUrl, onSelect } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const push = session.entries.findLast(({ kind, name }) => kind === 'push' && name !== 'live');
  const key = push?.key;
  useEffect(() => {
    if (key === undefined || !isAwaited.current) return;
    isAwaited.current = false;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [key, isAwaited]);
  const isShown = push !== undefined && wasShown(push, outcomes.of(push)?.id);
  const seen = useChunk(loadSeen, isShown);
  const { about, onChange } = useWorkspace();
  const { browser } = about;
  if (!push) return <p class="visually-hidden" role="status" />;
  const outcome = outcomes.of(push);
  const opened = outcomes
    .effectsOf(push)
    .findLast(({ kind, name }) => kind === 'worker-step' && name === 'openWindow');
  const asked =
    opened?.kind === 'worker-step' ? textOf(fieldsOf(opened.detail.data).url) : undefined;
  // A worker may ask for any scheme: only pages of the web are opened.
  const clickUrl = asked !== undefined && /^https?:\/\//.test(asked) ? asked : undefined;
  return (
    <>
      <p class="visually-hidden" role="status">
        {outcome ? `${push.name}: ${inWords(outcome.sentence)}` : ''}
      </p>
      <section
        class="call-result"
        aria-label={message('pushTrace')}
        data-outcome={outcome?.id}
        data-entry={push.key}
      >
        <h2 ref={heading} tabIndex={-1}>
          {message('pushTrace')}: <EntryLink entry={push} onSelect={onSelect} />{' '}
          {push.duration !== undefined && formatDuration(push.duration)}
        </h2>
        {outcome && <OutcomeNote outcome={outcome} entries={session.entries} onSelect={onSelect} />}
        {seen && isShown && (
          <seen.SeenQuestion
            key={push.key}
            browser={browser}
            seen={session.remarks[push.key]?.seen}
            onSeen={(answer) =>
              onChange({
                type: 'remark',
                key: push.key,
                remark: { ...session.remarks[push.key], seen: answer },
              })
            }
          />
        )}
        {clickUrl && (
          <p class="buttons">
            <button
              type="button"
              class="button"
              data-action="open-click-url"
              onClick={() => onOpenUrl(clickUrl)}
            >
              {message('pushOpenUrl')}
            </button>{' '}
            <span class="saved-text">{clickUrl}</span>
          </p>
        )}
        <ol class="steps" aria-label={message('callSteps')}>
          {outcomes.effectsOf(push).map((step) => (
            <li
              key={step.key}
              title={summarize(step)}
              data-step={step.name}
              data-status={step.status}
            >
              <span class="step-at">+{formatDuration(Math.max(0, step.time - push.time))}</span>{' '}
              <EntryLink entry={step} onSelect={onSelect} />{' '}
              <span class={`status-${step.status}`}>{statusLabel(step)}</span>{' '}
              <span class="saved-text">{summarize(step)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

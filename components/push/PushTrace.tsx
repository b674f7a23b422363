import { message } from '../../lib/i18n/message';
import { fieldsOf, textOf } from '../../lib/model/encoded-value';
import type { Session } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import { formatDuration } from '../../lib/text/format-duration';
import { statusLabel } from '../../lib/text/status-label';
import { summarize } from '../../lib/text/summary';
import { EntryLink } from '../EntryLink';
import { OutcomeNote } from '../OutcomeNote';

interface PushTraceProps {
  session: Session;
  outcomes: Outcomes;
  /** Opens an address in a tab. */
  onOpenUrl(url: string): void;
  onSelect(key: string): void;
}

/** What became of the push that was sent last, step by step. */
export function PushTrace({ session, outcomes, onOpenUrl, onSelect }: PushTraceProps) {
  const push = session.entries.findLast(({ kind, name }) => kind === 'push' && name !== 'live');
  if (!push) return null;
  const outcome = outcomes.of(push);
  const opened = outcomes
    .effectsOf(push)
    .findLast(({ kind, name }) => kind === 'worker-step' && name === 'openWindow');
  const asked =
    opened?.kind === 'worker-step' ? textOf(fieldsOf(opened.detail.data).url) : undefined;
  // A worker may ask for any scheme: only pages of the web are opened.
  const clickUrl = asked !== undefined && /^https?:\/\//.test(asked) ? asked : undefined;
  return (
    <section
      class="call-result"
      aria-label={message('pushTrace')}
      aria-live="polite"
      data-outcome={outcome?.id}
      data-entry={push.key}
    >
      <h2>
        <EntryLink entry={push} onSelect={onSelect} />{' '}
        {push.duration !== undefined && formatDuration(push.duration)}
      </h2>
      {outcome && <OutcomeNote outcome={outcome} entries={session.entries} onSelect={onSelect} />}
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
          <li key={step.key} data-step={step.name} data-status={step.status}>
            <span class="step-at">+{formatDuration(Math.max(0, step.time - push.time))}</span>{' '}
            <EntryLink entry={step} onSelect={onSelect} />{' '}
            <span class={`status-${step.status}`}>{statusLabel(step)}</span>{' '}
            <span class="saved-text">{summarize(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { message } from '../../../lib/i18n/message';
import { currentDocument } from '../../../lib/model/current-document';
import type { Session } from '../../../lib/model/session';
import type { Outcomes } from '../../../lib/outcome/outcomes';
import { formatDuration } from '../../../lib/text/format-duration';
import { statusLabel } from '../../../lib/text/status-label';
import { EntryLink } from '../../ui/EntryLink';
import { JsonTree } from '../../ui/JsonTree';
import { KindTag } from '../../ui/KindTag';
import { OutcomeNote } from '../../ui/OutcomeNote';
import type { CallRun } from './use-calls';

interface CallResultProps {
  run: CallRun;
  session: Session;
  outcomes: Outcomes;
  onCopy(text: string): void;
  onSelect(key: string): void;
  onDismiss(): void;
}

/** What became of the call that was made last: live, step by step. */
export function CallResult(props: CallResultProps) {
  const { run, session, outcomes, onCopy, onSelect, onDismiss } = props;
  const entry = session.entries.find(({ key }) => key === run.key);
  const isLeft =
    run.page !== currentDocument(session)?.number || session.connection === 'unreachable';
  const isRunning = entry?.status === 'pending';
  const outcome = entry && outcomes.of(entry);
  const said =
    run.phase === 'asking'
      ? message('callBeginning')
      : run.phase === 'click'
        ? message('callWaitsForClick')
        : run.phase === 'refused'
          ? message('callRefused', run.problem)
          : isLeft && (isRunning || !entry)
            ? message('callPageLeft')
            : !entry
              ? message('callNotSeen')
              : '';
  const root = useRef<HTMLElement>(null);
  // In a narrow panel the result stands under the form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each call
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [run.key]);
  return (
    <section
      ref={root}
      class="call-result"
      aria-label={message('callResult')}
      data-run={run.phase}
      data-outcome={outcome?.id}
      data-entry={run.key ?? undefined}
    >
      <h2>
        {run.method}{' '}
        <button type="button" class="link" data-action="dismiss" onClick={onDismiss}>
          {message(run.phase === 'click' ? 'cancel' : isRunning ? 'stopWatching' : 'closeResult')}
        </button>
      </h2>
      {said && <p class={run.phase === 'refused' ? 'error-text' : 'none'}>{said}</p>}
      {entry && outcome && (
        <>
          <OutcomeNote outcome={outcome} entries={session.entries} onSelect={onSelect} />
          <ol class="steps" aria-label={message('callSteps')}>
            {outcomes.effectsOf(entry).map((effect) => (
              <li key={effect.key} data-step={effect.name} data-status={effect.status}>
                <KindTag kind={effect.kind} /> <EntryLink entry={effect} onSelect={onSelect} />{' '}
                <span class={`status-${effect.status}`}>{statusLabel(effect)}</span>{' '}
                {effect.duration !== undefined && formatDuration(effect.duration)}
              </li>
            ))}
          </ol>
          <p>
            <EntryLink entry={entry} onSelect={onSelect} /> {statusLabel(entry)}{' '}
            {entry.duration !== undefined && formatDuration(entry.duration)}
          </p>
          {entry.kind === 'call' && entry.detail.result !== undefined && (
            <JsonTree label="result" value={entry.detail.result} onCopy={onCopy} />
          )}
        </>
      )}
    </section>
  );
}

import type { ComponentChildren } from 'preact';
import type { LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { nodeLabels } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import type { Session } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import type { RecordAnswer } from '../../lib/protocol/recording';
import { inWords } from '../../lib/text/in-words';
import { CopiedNote } from '../CopiedNote';
import { SeverityMark } from '../SeverityMark';
import type { Copied } from '../use-copy';
import { VerdictLine } from '../VerdictLine';
import { RecordingNote } from './RecordingNote';

export interface PopupProps {
  session: Session;
  outcomes: Outcomes;
  diagnosis: LiveDiagnosis | undefined;
  recording: RecordAnswer;
  /** Why this tab cannot be recorded. */
  noRecord: string | undefined;
  problem: string;
  copied: Copied;
  onRecord(isOn: boolean): void;
  /** About a recording that could not be kept. */
  onTryAgain(): void;
  onSaveFile(): void;
  onOpenPanel(): void;
  onCopyReport(): void;
  onSessions(): void;
}

const shown = ['sdk', 'permission', 'worker', 'subscription', 'token'] as const;
const signs = { ok: '✓', broken: '✕', unknown: '?' } as const;

/** The inspected tab at a glance, and recording without DevTools. */
export function Popup(props: PopupProps) {
  const { session, outcomes, diagnosis, recording, noRecord } = props;
  const page = session.pages.at(-1);
  const isOut = session.isAnswered && session.connection === 'unreachable';
  const last = session.entries.findLast(
    ({ kind, name }) => kind === 'call' && name !== 'constructor',
  );
  const outcome = last && outcomes.of(last);
  const count = (severity: string) =>
    diagnosis?.findings.filter((each) => each.severity === severity).length ?? 0;
  const [errors, warnings] = [count('error'), count('warning')];
  const row = (name: string, label: string, value: ComponentChildren) => (
    <div class="popup-row" data-popup={name}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <main class="popup" data-connection={session.connection} data-entries={session.entries.length}>
      <h1>{page && URL.canParse(page.url) ? new URL(page.url).host : 'AKPush Inspector'}</h1>
      {isOut && <p class="none">{message('unreachableText')}</p>}
      {session.connection === 'reload-needed' && <p>{message('reloadNeededText')}</p>}
      {!isOut && !diagnosis && <p class="none">{message('diagnosisWaits')}</p>}
      {diagnosis && <VerdictLine verdict={diagnosis.verdict} />}
      {diagnosis && (
        <dl>
          {diagnosis.chain.nodes
            .filter(({ id }) => shown.some((each) => each === id))
            .map(({ id, state, note }) =>
              row(
                id,
                message(nodeLabels[id]),
                <span data-state={state}>
                  <span class={`chain-mark chain-${state}`} aria-hidden="true">
                    {signs[state]}
                  </span>{' '}
                  {inWords(note)}
                </span>,
              ),
            )}
          {outcome &&
            row(
              'outcome',
              message('popupLast'),
              <span data-outcome={outcome.id}>
                <SeverityMark severity={outcome.severity} /> {last?.name}:{' '}
                {inWords(outcome.sentence)}
              </span>,
            )}
          {row(
            'findings',
            message('viewDiagnosis'),
            <span data-errors={errors} data-warnings={warnings}>
              {plural('findingErrors', errors)}, {plural('findingWarnings', warnings)}
            </span>,
          )}
        </dl>
      )}
      <div class="popup-buttons">
        {recording?.state === 'recording' || recording?.state === 'ending' ? (
          <button
            type="button"
            class="button"
            data-action="stop-recording"
            disabled={recording.state === 'ending'}
            onClick={() => props.onRecord(false)}
          >
            ■ {message('recordStop')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            data-action="start-recording"
            disabled={noRecord !== undefined || isOut}
            title={noRecord}
            onClick={() => props.onRecord(true)}
          >
            <span class="popup-record" aria-hidden="true">
              ●
            </span>{' '}
            {message('recordStart')}
          </button>
        )}
        <button type="button" class="button" data-action="open-panel" onClick={props.onOpenPanel}>
          {message('popupOpen')}
        </button>
        <button
          type="button"
          class="button"
          data-action="copy-report"
          disabled={!page}
          onClick={props.onCopyReport}
        >
          {message('popupReport')}
        </button>
        <button type="button" class="link" data-action="open-sessions" onClick={props.onSessions}>
          {message('viewSessions')}
        </button>
      </div>
      {noRecord && <p class="none">{noRecord}</p>}
      {recording && (
        <RecordingNote
          recording={recording}
          onTryAgain={props.onTryAgain}
          onSaveFile={props.onSaveFile}
          onSessions={props.onSessions}
        />
      )}
      {props.problem && (
        <p class="error-text" role="alert">
          {props.problem}
        </p>
      )}
      <CopiedNote copied={props.copied} />
    </main>
  );
}

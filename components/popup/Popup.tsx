import type { ComponentChildren } from 'preact';
import type { Finding } from '../../lib/diagnosis/finding';
import type { LiveDiagnosis } from '../../lib/diagnosis/follow-diagnosis';
import { nodeLabels } from '../../lib/formats/finding-markdown';
import { message } from '../../lib/i18n/message';
import { plural } from '../../lib/i18n/plural';
import { currentDocument } from '../../lib/model/current-document';
import type { Session } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import type { RecordAnswer } from '../../lib/protocol/recording';
import { inWords } from '../../lib/text/in-words';
import { CopiedNote } from '../ui/CopiedNote';
import { MutedNote } from '../ui/MutedNote';
import { SeverityMark } from '../ui/SeverityMark';
import { Sign } from '../ui/Sign';
import type { Copied } from '../ui/use-copy';
import { VerdictLine } from '../ui/VerdictLine';
import { RecordingNote } from './RecordingNote';

export interface PopupProps {
  session: Session;
  /** How many frames of the tab have AKPush. */
  frames: number;
  outcomes: Outcomes;
  diagnosis: LiveDiagnosis | undefined;
  /** Findings that are there and not wanted. */
  muted: readonly Finding[];
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
  /** Opens the checkup of the tab. */
  onCheckup(): void;
  onCopyReport(): void;
  onSessions(): void;
  /** About a recording that was kept. */
  onOpenKept(id: number): void;
  onExportKept(id: number): void;
  onCopyKept(id: number): void;
}

const shown = ['sdk', 'permission', 'worker', 'subscription', 'token'] as const;

/** The inspected tab at a glance, and recording without DevTools. */
export function Popup(props: PopupProps) {
  const { session, outcomes, diagnosis, recording, noRecord } = props;
  const page = currentDocument(session);
  const isOut = session.isAnswered && session.connection === 'unreachable';
  const last = session.entries.findLast(
    ({ kind, name }) => kind === 'call' && name !== 'constructor',
  );
  const outcome = last && outcomes.of(last);
  // What a finding says of the last call is not said twice.
  const isTold = diagnosis?.findings.some(({ evidence }) =>
    evidence.some((each) => each.type === 'entry' && each.key === last?.key),
  );
  const others = diagnosis?.findings.filter(({ id }) => id !== diagnosis.verdict.finding) ?? [];
  const count = (severity: string) =>
    diagnosis?.findings.filter((each) => each.severity === severity).length ?? 0;
  const [errors, warnings] = [count('error'), count('warning')];
  const row = (name: string, label: string, value: ComponentChildren) => (
    <div class="popup-row" data-popup={name}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  const sessions = (
    <button type="button" class="link" data-action="open-sessions" onClick={props.onSessions}>
      {message('viewSessions')}
    </button>
  );
  const note = recording && (
    <RecordingNote
      recording={recording}
      onStop={() => props.onRecord(false)}
      onTryAgain={props.onTryAgain}
      onSaveFile={props.onSaveFile}
      onOpen={() => props.onOpenKept(recording.id)}
      onExport={() => props.onExportKept(recording.id)}
      onCopyReport={() => props.onCopyKept(recording.id)}
    />
  );
  const isRecording = recording?.state === 'recording' || recording?.state === 'ending';
  /** Most pages of the web have no AKPush, and there is nothing wrong with them. */
  const isWithout =
    session.connection === 'no-sdk' &&
    diagnosis !== undefined &&
    diagnosis.findings.every(({ id, severity }) => id === 'no-sdk' || severity === 'hint');
  return (
    <main class="popup" data-connection={session.connection} data-entries={session.entries.length}>
      <h1>{page && URL.canParse(page.url) ? new URL(page.url).host : 'AKPush Inspector'}</h1>
      {note}
      {(props.frames > 1 || page?.embedded) && (
        <p class="none" data-popup="frames">
          {message('actionTitleFrames', props.frames)}
        </p>
      )}
      {isOut && <p class="none">{message('unreachableText')}</p>}
      {isWithout && (
        <p class="none" data-popup="without">
          {message('popupWithout')}
        </p>
      )}
      {session.connection === 'reload-needed' && <p>{message('reloadNeededText')}</p>}
      {!isOut && !diagnosis && <p class="none">{message('diagnosisWaits')}</p>}
      {diagnosis && !isWithout && (
        <VerdictLine
          verdict={diagnosis.verdict}
          onCheckup={page?.sdk && !isOut ? props.onCheckup : undefined}
        />
      )}
      {diagnosis && !isWithout && <MutedNote findings={props.muted} />}
      {diagnosis && !isWithout && (
        <dl>
          {diagnosis.chain.nodes
            .filter(({ id }) => shown.some((each) => each === id))
            .map(({ id, state, sign, note }) =>
              row(
                id,
                message(nodeLabels[id]),
                <span data-state={state}>
                  <Sign id={sign} /> {inWords(note)}
                </span>,
              ),
            )}
          {outcome &&
            !isTold &&
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
      {diagnosis && !isWithout && <p class="none">{message('signLegend')}</p>}
      {others.length > 0 && !isWithout && (
        <ul class="popup-findings">
          {others.map(({ id, severity, title }) => (
            <li key={id} data-popup-finding={id} title={inWords(title)}>
              <SeverityMark severity={severity === 'hint' ? 'info' : severity} /> {inWords(title)}
            </li>
          ))}
        </ul>
      )}
      <div class="popup-buttons">
        {!isOut && (
          <>
            {!isRecording && (
              <button
                type="button"
                class="button"
                data-action="start-recording"
                disabled={noRecord !== undefined}
                title={noRecord}
                onClick={() => props.onRecord(true)}
              >
                <span class="popup-record" aria-hidden="true">
                  ●
                </span>{' '}
                {message('recordStart')}
              </button>
            )}
            <button
              type="button"
              class="button"
              data-action="open-panel"
              onClick={props.onOpenPanel}
            >
              {message('popupOpen')}
            </button>
            {!isWithout && (
              <button
                type="button"
                class="button"
                data-action="copy-report"
                disabled={!page}
                onClick={props.onCopyReport}
              >
                {message('popupReport')}
              </button>
            )}
          </>
        )}
        {sessions}
      </div>
      {noRecord && !isOut && <p class="none">{noRecord}</p>}
      {props.problem && (
        <p class="error-text" role="alert">
          {props.problem}
        </p>
      )}
      <CopiedNote copied={props.copied} />
    </main>
  );
}

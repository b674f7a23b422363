import { useState } from 'preact/hooks';
import type { PageFacts } from '../../../lib/facts/page-facts';
import { checkupReport, statusTexts, stepTexts } from '../../../lib/formats/checkup-report';
import { type MessageKey, message } from '../../../lib/i18n/message';
import {
  optionalSteps,
  plannedSteps,
  type StepStatus,
  verdictOf,
} from '../../../lib/model/checkup';
import type { Session } from '../../../lib/model/session';
import { formatDuration } from '../../../lib/text/format-duration';
import { inWords } from '../../../lib/text/in-words';
import { EntryLink } from '../../ui/EntryLink';
import { SeverityMark } from '../../ui/SeverityMark';
import { withoutSecrets } from '../../ui/without-secrets';
import type { Calls } from './use-calls';
import type { CheckupRun } from './use-checkup';

interface CheckupPanelProps {
  session: Session;
  known: PageFacts | undefined;
  calls: Calls;
  run: CheckupRun;
  /** Extension and browser, for the report. */
  version: string;
  onCopy(text: Promise<string>): void;
  onSelect(key: string): void;
}

const marks: Partial<Record<StepStatus, 'ok' | 'info' | 'warning' | 'error'>> = {
  passed: 'ok',
  note: 'warning',
  failed: 'error',
  skipped: 'info',
};

const optionalNotes = {
  update: 'checkupChangesServer',
  suspend: 'checkupChangesServer',
  remove: 'checkupTakesToken',
  push: 'checkupShowsPush',
} as const satisfies Record<(typeof optionalSteps)[number], MessageKey>;

/** Goes through the life of a subscription: does this integration work? */
export function CheckupPanel(props: CheckupPanelProps) {
  const { session, known, calls, run, version, onCopy, onSelect } = props;
  const { checkup, omit, setOmit } = run;
  const [problem, setProblem] = useState('');
  const isRunning = checkup !== null && !checkup.isEnded;
  const isAsked = known?.state.permission.notification === 'default';
  const start = () =>
    setProblem(run.start(calls.store.draft) ? '' : message('checkupDraftProblems'));
  const verdict = checkup && verdictOf(checkup);
  // What will be done can be read before it is.
  const steps = checkup?.steps ?? plannedSteps;
  const at = 1 + steps.findIndex(({ status }) => status === 'running' || status === 'waiting');
  return (
    <section
      class="checkup"
      aria-label={message('checkupTitle')}
      data-checkup={verdict ?? (isRunning ? 'running' : 'none')}
    >
      <p>{message('checkupHelp')}</p>
      <fieldset class="object-field" disabled={isRunning}>
        <legend>{message('checkupOptional')}</legend>
        {optionalSteps.map((id) => (
          <label class="radio" key={id}>
            <input
              type="checkbox"
              name={`step-${id}`}
              checked={!omit.includes(id)}
              onChange={(event) =>
                setOmit(
                  event.currentTarget.checked ? omit.filter((each) => each !== id) : [...omit, id],
                )
              }
            />
            <span>
              {message(stepTexts[id].name)}{' '}
              <span class="fact-note">{message(optionalNotes[id])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="fact-note">{message('checkupServer')}</p>
      {isAsked && <p class="fact-note">{message('checkupWillAsk')}</p>}
      <p class="buttons">
        <button
          type="button"
          class="button primary"
          data-action={isRunning ? 'stop-checkup' : 'start-checkup'}
          disabled={session.connection !== 'connected' || !session.recording}
          onClick={() => (isRunning ? run.stop() : start())}
        >
          {message(isRunning ? 'checkupStop' : 'checkupStart')}
        </button>
        <button
          type="button"
          class="button"
          data-action="copy-checkup"
          disabled={!checkup?.isEnded}
          onClick={() =>
            checkup &&
            onCopy(withoutSecrets(session, (clean) => checkupReport(checkup, version, clean)))
          }
        >
          {message('copyMarkdown')}
        </button>
      </p>
      {problem && (
        <p class="error-text" role="alert">
          {problem}
        </p>
      )}
      {isRunning && (
        <p role="status" data-progress={at}>
          {message('checkupProgress', at, steps.length)}
        </p>
      )}
      {verdict && (
        <p class="verdict" role="status" data-verdict={verdict}>
          <SeverityMark severity={verdict === 'passed' ? 'ok' : 'error'} />{' '}
          <b>{message(verdict === 'passed' ? 'verdictPassed' : 'verdictFailed')}</b>
        </p>
      )}
      <ol class="checkup-steps">
        {steps.map(({ id, status, text, took, evidence }) => {
          const mark = marks[status];
          return (
            <li key={id} data-checkup-step={id} data-status={status}>
              <span class="checkup-mark">
                {mark ? <SeverityMark severity={mark} /> : status === 'running' ? '…' : ''}
              </span>
              <span class="checkup-name">
                {message(stepTexts[id].name)}{' '}
                <span class="visually-hidden">{message(statusTexts[status])}</span>
                <span class="fact-note">{message(stepTexts[id].expected)}</span>
              </span>
              <span class="checkup-text">
                {inWords(text)}{' '}
                {evidence.map((key) => {
                  const entry = session.entries.find((each) => each.key === key);
                  return (
                    entry && (
                      <span key={key}>
                        <EntryLink entry={entry} onSelect={onSelect} />{' '}
                      </span>
                    )
                  );
                })}
              </span>
              <span class="checkup-took">{took === undefined ? '' : formatDuration(took)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

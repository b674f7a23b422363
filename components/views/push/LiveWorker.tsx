import { type MessageKey, message } from '../../../lib/i18n/message';
import type { Session } from '../../../lib/model/session';
import type { Outcomes } from '../../../lib/outcome/outcomes';
import type {
  LiveState,
  LiveStatus,
  LiveWatch,
  LiveWorker as Worker,
} from '../../../lib/protocol/live-status';
import { formatTime } from '../../../lib/text/format-time';
import { inWords } from '../../../lib/text/in-words';
import { EntryLink } from '../../ui/EntryLink';
import { SeverityMark } from '../../ui/SeverityMark';

interface LiveWorkerProps {
  live: LiveWatch;
  session: Session;
  /** What the frame is called whose workers are watched, where another is shown. */
  elsewhere?: string | undefined;
  outcomes: Outcomes;
  onSelect(key: string): void;
}

const stateKeys: Readonly<Record<Exclude<LiveState, 'failed'>, MessageKey>> = {
  off: 'liveOff',
  attaching: 'liveAttaching',
  attached: 'liveAttached',
  cancelled: 'liveCancelled',
  navigated: 'liveNavigated',
  taken: 'liveTaken',
};

const stateText = ({ state, why, by }: LiveStatus): string =>
  state === 'attached' && by === 'requests'
    ? message('liveAttachedRequests')
    : state !== 'failed'
      ? message(stateKeys[state])
      : why
        ? message('liveFailed', why)
        : message('liveLost');

const isOn = ({ state }: LiveStatus): boolean => state === 'attached' || state === 'attaching';

const shownEvents = 5;

function WorkerLine({ scope, script, isOwn, isRunning }: Worker) {
  return (
    <li
      data-live-worker={scope ?? ''}
      data-running={isRunning ? 'yes' : 'no'}
      data-sdk={isOwn ? 'yes' : 'no'}
      title={script}
    >
      <b>{scope ?? script}</b>{' '}
      <span class={isRunning ? 'severity-ok' : 'fact-note'}>
        {message(isRunning ? 'workerRuns' : 'workerStopped')}
      </span>{' '}
      {!isOwn && <span class="fact-note">{message('liveOther')}</span>}
    </li>
  );
}

/** Watches the site's workers on demand: what comes from elsewhere, as a push of the Altcraft platform, is recorded too. */
export function LiveWorker({ live, session, elsewhere, outcomes, onSelect }: LiveWorkerProps) {
  const { status, leftOut, start, stop } = live;
  const seen = session.entries.filter(
    (entry) => entry.kind === 'push' && entry.detail.way === 'live',
  );
  const events = seen.filter(({ name }) => name !== 'live').slice(-shownEvents);
  const between = seen.findLast(({ name }) => name === 'live');
  return (
    <section
      class="state-section live"
      aria-labelledby="push-live"
      data-part="live"
      data-live={status.state}
    >
      <div class="live-head">
        <h2 id="push-live">{message('liveTitle')}</h2>
        <button
          type="button"
          class="button"
          data-action={isOn(status) ? 'stop-live' : 'start-live'}
          onClick={isOn(status) ? stop : start}
        >
          {message(isOn(status) ? 'liveStop' : 'liveStart')}
        </button>
        <span
          role="status"
          class={status.state === 'attached' ? 'live-on' : isOn(status) ? '' : 'fact-note'}
        >
          {stateText(status)}
        </span>
      </div>
      {(status.state !== 'attached' || status.by === 'requests') && (
        <p class="fact-note push-note">
          {message(status.by === 'debugger' ? 'liveHelp' : 'liveHelpRequests')}
        </p>
      )}
      {elsewhere && (
        <p class="fact-note push-note" data-live-elsewhere>
          {message('liveElsewhere', elsewhere)}
        </p>
      )}
      {status.state === 'attached' && status.by === 'debugger' && status.workers.length === 0 && (
        <p class="none">{message('liveNoWorker')}</p>
      )}
      <ul class="saved live-workers">
        {status.workers.map((worker) => (
          <WorkerLine key={`${worker.script} ${worker.scope}`} {...worker} />
        ))}
      </ul>
      {(events.length > 0 || between) && (
        <ol class="steps" aria-label={message('liveSeen')}>
          {events.map((event) => {
            const outcome = outcomes.of(event);
            return (
              <li key={event.key} data-live-event={event.name} data-outcome={outcome?.id}>
                <span class="step-at">{formatTime(event.time, 0, 'absolute')}</span>{' '}
                {outcome && <SeverityMark severity={outcome.severity} />}{' '}
                <EntryLink entry={event} onSelect={onSelect} />{' '}
                <span class="saved-text">{outcome && inWords(outcome.sentence)}</span>
              </li>
            );
          })}
          {between && (
            <li data-live-event="live">
              <span class="step-at">{formatTime(between.time, 0, 'absolute')}</span>{' '}
              <EntryLink entry={between} onSelect={onSelect} />{' '}
              <span class="saved-text">
                {message('liveBetween', outcomes.effectsOf(between).length)}
              </span>
            </li>
          )}
        </ol>
      )}
      {leftOut > 0 && <p class="fact-note">{message('liveLeftOut', leftOut)}</p>}
    </section>
  );
}

import { useState } from 'preact/hooks';
import type { CallActions } from '../../../lib/calls/call-actions';
import { message } from '../../../lib/i18n/message';
import type { PageSurvey } from '../../../lib/injected/page-job';
import type { Json } from '../../../lib/model/json';
import { jsonProblem } from '../../../lib/model/json-problem';
import { phrase } from '../../../lib/model/phrase';
import { inWords } from '../../../lib/text/in-words';
import { ActionButton } from '../../ui/ActionButton';

interface ListenersProps {
  survey: PageSurvey | null | undefined;
  actions: CallActions;
  onChanged(): void;
  onSelect(key: string): void;
}

/** Who listens to the SDK's events; listening and emitting as the page would. */
export function Listeners({ survey, actions, onChanged, onSelect }: ListenersProps) {
  const [event, setEvent] = useState('');
  const [payload, setPayload] = useState('{}');
  const [problem, setProblem] = useState<{ field: 'event' | 'payload' | 'page'; text: string }>();
  const [emitted, setEmitted] = useState<string | null>(null);
  const events = survey?.events ?? null;
  const emit = async () => {
    setProblem(undefined);
    setEmitted(null);
    const name = event.trim();
    if (name === '') return setProblem({ field: 'event', text: message('problemNoEvent') });
    let value: Json = null;
    try {
      value = JSON.parse(payload || 'null');
    } catch {
      return setProblem({
        field: 'payload',
        text: inWords(jsonProblem(payload) ?? phrase('problemJson')),
      });
    }
    try {
      setEmitted(await actions.emit(name, value));
      onChanged();
    } catch (error) {
      setProblem({ field: 'page', text: (error as Error).message });
    }
  };
  const problemOf = (field: 'event' | 'payload' | 'page') =>
    problem?.field === field && (
      <p class="error-text" role="alert" id={`emit-${field}-problem`}>
        {problem.text}
      </p>
    );
  return (
    <section class="state-section" aria-labelledby="calls-listeners">
      <h2 id="calls-listeners">{message('listenersTitle')}</h2>
      {events === null ? (
        <p class="none">{message(survey?.hasSdk ? 'noEvents' : 'surveyNone')}</p>
      ) : (
        <>
          <p class="fact-note">{message('listenHelp')}</p>
          <ul class="saved">
            {events.map(({ event: name, count, isOurs }) => (
              <li key={name} data-event={name} data-count={count ?? ''} data-ours={isOurs}>
                <p class="listener">
                  <code>{name}</code>{' '}
                  <span class="listener-count">
                    {count === null
                      ? message('listenersUnknown')
                      : message('listenersCount', count)}
                  </span>
                </p>
                <ActionButton
                  name={isOurs ? 'unlisten' : 'listen'}
                  label={message(isOurs ? 'unlisten' : 'listen')}
                  fullLabel={`${message(isOurs ? 'unlisten' : 'listen')}: ${name}`}
                  run={async () => {
                    await actions.listen(name, !isOurs);
                    onChanged();
                  }}
                />
              </li>
            ))}
          </ul>
          <div class="field-row emit-row">
            <input
              class="field"
              data-field="event"
              aria-label={message('eventName')}
              aria-invalid={problem?.field === 'event'}
              aria-describedby={problem?.field === 'event' ? 'emit-event-problem' : undefined}
              placeholder={message('eventName')}
              value={event}
              onInput={(change) => setEvent(change.currentTarget.value)}
            />
            <input
              class="field"
              data-field="payload"
              aria-label={message('eventPayload')}
              aria-invalid={problem?.field === 'payload'}
              aria-describedby={problem?.field === 'payload' ? 'emit-payload-problem' : undefined}
              spellcheck={false}
              value={payload}
              onInput={(change) => setPayload(change.currentTarget.value)}
            />
            <button type="button" class="button" data-action="emit" onClick={() => void emit()}>
              {message('emit')}
            </button>
          </div>
          {problemOf('event')}
          {problemOf('payload')}
          {problemOf('page')}
          {emitted && (
            <p class="fact-note" role="status">
              {message('emitted')}{' '}
              <button type="button" class="link" onClick={() => onSelect(emitted)}>
                {message('showInTimeline')}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

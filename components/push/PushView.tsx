import { useState } from 'preact/hooks';
import type { PushMode } from '../../lib/akpush/push-mode';
import { message } from '../../lib/i18n/message';
import type { Outcomes } from '../../lib/outcome/outcomes';
import type { PushWay } from '../../lib/protocol';
import { brokenPayloads } from '../../lib/push/broken-payloads';
import { maxPlaintext } from '../../lib/push/encrypt';
import type { LiveWatch } from '../../lib/push/live-status';
import { draftText, type PushDraft, switchPushView, withMode } from '../../lib/push/push-draft';
import { formOf } from '../../lib/push/push-form';
import { dataOf, type PushActions } from '../../lib/push/push-request';
import { pushWayKeys } from '../../lib/push/push-way';
import { bestWay, offerWays } from '../../lib/push/push-ways';
import { type VapidKeys, vapidProblem } from '../../lib/push/vapid';
import type { Session } from '../../lib/session';
import type { Known } from '../../lib/state/known';
import { JsonField } from '../calls/JsonField';
import type { JsonProblem } from '../calls/json-editor';
import { ViewSwitch } from '../ViewSwitch';
import { LiveWorker } from './LiveWorker';
import { PushForm } from './PushForm';
import { PushPreview } from './PushPreview';
import { PushTrace } from './PushTrace';
import { type PushProblem, RealPushFields } from './RealPushFields';
import { ShownNotifications } from './ShownNotifications';

interface PushViewProps {
  session: Session;
  known: Known | undefined;
  outcomes: Outcomes;
  actions: PushActions;
  live: LiveWatch;
  draft: PushDraft;
  onDraft(draft: PushDraft): void;
  /** Closes a notification. */
  onClose(scope: string, shown: { title: string; body: string; tag: string }): Promise<void>;
  onSelect(key: string): void;
}

const modes: readonly PushMode[] = ['firebase', 'safari', 'pull'];

/** Sends a push to the site's worker and shows what the worker does with it. */
export function PushView(props: PushViewProps) {
  const { session, known, outcomes, actions, draft, onDraft, onSelect } = props;
  const [vapidPrivate, setVapidPrivate] = useState('');
  const [problem, setProblem] = useState<PushProblem>();
  const [exact, setExact] = useState<readonly JsonProblem[]>([]);
  const [isRefused, setIsRefused] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const set = (change: Partial<PushDraft>) => {
    setIsRefused(false);
    onDraft({ ...draft, ...change });
  };
  const ways = offerWays(known, actions.canEnter);
  const best = bestWay(ways, known);
  const chosen = ways.find(({ way, why }) => way === draft.way && why === '')?.way ?? best;
  const offered = ways.find(({ way }) => way === chosen);
  const text = draftText(draft);
  const { mode } = draft;
  const subscription = known?.subscription?.value ?? null;
  const isRestricted = !!subscription?.applicationServerKey;
  const own = known?.own;
  const request = {
    way: chosen ?? ('worker' as PushWay),
    mode,
    worker: own?.active ? { scriptURL: own.active.scriptURL, scope: own.scope } : null,
    text,
    isReplaced: mode === 'pull' && draft.isReplaced,
    isDry: draft.isDry,
    subscription,
    ttl: Number(draft.ttl),
    urgency: draft.urgency,
    topic: draft.topic,
    vapid: null as VapidKeys | null,
  };
  const bytes = new TextEncoder().encode(dataOf(request) ?? '').length;
  const isTooLong = bytes > maxPlaintext;
  const send = async () => {
    setProblem(undefined);
    if (chosen === 'real') {
      if (!/^\d+$/.test(draft.ttl))
        return setProblem({ field: 'ttl', text: message('problemTtl') });
      if (!/^[\w-]{0,32}$/.test(draft.topic))
        return setProblem({ field: 'topic', text: message('problemTopic') });
      if (isTooLong)
        return setProblem({
          field: 'payload',
          text: message('problemTooLong', bytes, maxPlaintext),
        });
      if (isRestricted && vapidPrivate !== '') {
        const keys: VapidKeys = {
          publicKey: draft.vapidPublic || (subscription?.applicationServerKey ?? ''),
          privateKey: vapidPrivate,
          subject: draft.vapidSubject,
        };
        const wrong = await vapidProblem(keys, subscription?.applicationServerKey ?? null);
        if (wrong) return setProblem(wrong);
        request.vapid = keys;
      }
    }
    if (chosen === 'foreground' && !isObject(text))
      return setProblem({ field: 'payload', text: message('problemNoObject') });
    setIsSending(true);
    await actions.send(request);
    setIsSending(false);
  };
  const isModeOther = known?.sdk.mode !== undefined && known.sdk.mode !== mode;
  return (
    <main class="calls push" data-view="push">
      <h1 class="visually-hidden">{message('viewPush')}</h1>
      <div class="calls-columns">
        <form
          class="calls-column"
          aria-label={message('pushComposer')}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen && !isSending) void send();
          }}
        >
          <div class="call-head">
            <button
              type="submit"
              class="button primary"
              data-action="send-push"
              disabled={!chosen || isSending}
            >
              {message(isSending ? 'pushSending' : 'pushSend')}
            </button>
            <label>
              {message('pushWay')}{' '}
              <select
                class="field"
                name="push-way"
                value={chosen ?? ''}
                onChange={(event) =>
                  set({
                    way: ways.find(({ way }) => way === event.currentTarget.value)?.way ?? null,
                  })
                }
              >
                {ways.map(({ way, why }) => (
                  <option key={way} value={way} disabled={why !== ''}>
                    {message(pushWayKeys[way])}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {message('pushMode')}{' '}
              <select
                class="field"
                name="push-mode"
                value={mode}
                onChange={(event) => {
                  const next = modes.find((each) => each === event.currentTarget.value);
                  if (next) set(withMode(draft, next));
                }}
              >
                {modes.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {offered && <p class="fact-note">{offered.note}</p>}
          <ul class="fact-note ways-off">
            {ways
              .filter(({ why }) => why !== '')
              .map(({ way, why }) => (
                <li key={way} data-way-off={way}>
                  {message(pushWayKeys[way])}: {why}
                </li>
              ))}
          </ul>
          {isModeOther && (
            <p class="error-text" data-mode-other="yes">
              {message('pushModeOther', known?.sdk.mode ?? '')}
            </p>
          )}
          {mode === 'pull' && (
            <>
              <p class="fact-note">{message('pushPullHelp')}</p>
              <label class="radio">
                <input
                  type="checkbox"
                  name="push-replaced"
                  checked={draft.isReplaced}
                  onChange={(event) => set({ isReplaced: event.currentTarget.checked })}
                />
                <span>{message('pushReplace')}</span>
              </label>
            </>
          )}
          {chosen === 'worker' && (
            <label class="radio">
              <input
                type="checkbox"
                name="push-dry"
                checked={draft.isDry}
                onChange={(event) => set({ isDry: event.currentTarget.checked })}
              />
              <span>{message('pushDry')}</span>
            </label>
          )}
          {chosen === 'real' && (
            <RealPushFields
              draft={draft}
              serverKey={subscription?.applicationServerKey ?? null}
              privateKey={vapidPrivate}
              problem={problem}
              onChange={set}
              onPrivateKey={setVapidPrivate}
            />
          )}
          <fieldset class="object-field" data-input="payload">
            <legend>{message(mode === 'pull' ? 'pushAnswer' : 'pushPayload')}</legend>
            <ViewSwitch
              name={message(mode === 'pull' ? 'pushAnswer' : 'pushPayload')}
              view={draft.view}
              onView={() => {
                const next = switchPushView(draft);
                if (next) set(next);
                else setIsRefused(true);
              }}
            />
            {draft.isEmpty ? (
              <p class="none">
                {message('noPayload')}{' '}
                <button type="button" class="link" onClick={() => set({ isEmpty: false })}>
                  {message('pushFill')}
                </button>
              </p>
            ) : draft.view === 'form' ? (
              <PushForm
                form={draft.form}
                hasHub={mode !== 'pull'}
                onForm={(form) => set({ form })}
              />
            ) : (
              <>
                <JsonField
                  label={message('pushPayload')}
                  text={draft.text}
                  onText={(next) => set({ text: next })}
                  onProblems={setExact}
                />
                {/* Broken on purpose it may be: it is said, and sent. */}
                {exact.slice(0, 2).map(({ line, column, text: said }) => (
                  <p class="error-text" key={`${line}:${column}`} data-problem="json">
                    {message('problemAt', line, column, said)}
                  </p>
                ))}
              </>
            )}
            {isRefused && <p class="error-text">{message('pushSwitchRefused')}</p>}
            {problem?.field === 'payload' && (
              <p class="error-text" role="alert" data-problem="payload">
                {problem.text}
              </p>
            )}
            <p class={isTooLong ? 'error-text' : 'fact-note'} data-bytes={bytes}>
              {message('pushSize', bytes, maxPlaintext)}
            </p>
          </fieldset>
          <div class="buttons">
            <span class="fact-note">{message('breakIt')}:</span>
            {brokenPayloads(mode).map(({ id, name, payload }) => (
              <button
                key={id}
                type="button"
                class="link"
                data-break={id}
                onClick={() =>
                  payload === null
                    ? set({ isEmpty: true })
                    : set({
                        isEmpty: false,
                        text: payload,
                        view: 'json',
                        ...(formOf(payload, mode) && { form: formOf(payload, mode) as never }),
                      })
                }
              >
                {message(name)}
              </button>
            ))}
          </div>
        </form>
        <div class="calls-column">
          <section class="state-section" aria-labelledby="push-preview">
            <h2 id="push-preview">{message('pushPreview')}</h2>
            <PushPreview text={text} mode={mode} />
          </section>
          <LiveWorker live={props.live} session={session} outcomes={outcomes} onSelect={onSelect} />
          <PushTrace session={session} outcomes={outcomes} onSelect={onSelect} />
          <ShownNotifications known={known} actions={actions} onClose={props.onClose} />
        </div>
      </div>
    </main>
  );
}

const isObject = (text: string | null): boolean => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
};

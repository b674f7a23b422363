import { useEffect, useState } from 'preact/hooks';
import type { PushMode } from '../../lib/akpush/push-mode';
import type { PageFacts } from '../../lib/facts/page-facts';
import { message } from '../../lib/i18n/message';
import type { Encoded } from '../../lib/model/encoded-value';
import type { Session } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import type { LiveWatch } from '../../lib/protocol/live-status';
import { preparePush } from '../../lib/push/prepare-push';
import { draftText, newPushDraft, type PushDraft, withMode } from '../../lib/push/push-draft';
import type { PushProblem } from '../../lib/push/push-problem';
import { dataOf, type PushActions, type PushRequest } from '../../lib/push/push-request';
import { bestWay, fcmTokenOf, offerWays } from '../../lib/push/push-ways';
import { type PushStore, savedPushes } from '../../lib/push/saved-pushes';
import { inWords } from '../../lib/text/in-words';
import { pushWayKeys } from '../../lib/text/push-way';
import { PresetName } from '../PresetName';
import { SavedDrafts } from '../SavedDrafts';
import { saveFile } from '../save-file';
import { FirebaseFields } from './FirebaseFields';
import { HostAccessNote } from './HostAccessNote';
import { LiveWorker } from './LiveWorker';
import { PayloadField } from './PayloadField';
import { PushPreview } from './PushPreview';
import { PushTrace } from './PushTrace';
import { RealPushFields } from './RealPushFields';
import { ShownNotifications } from './ShownNotifications';

interface PushViewProps {
  session: Session;
  known: PageFacts | undefined;
  outcomes: Outcomes;
  actions: PushActions;
  live: LiveWatch;
  store: PushStore;
  onStore(change: (held: PushStore) => PushStore): void;
  /** Closes a notification. */
  onClose(scope: string, shown: { title: string; body: string; tag: string }): Promise<void>;
  onPost(scope: string, data: Encoded): Promise<void>;
  /** Opens an address in a tab. */
  onOpenUrl(url: string): void;
  onSelect(key: string): void;
}

/** Whom a push through Firebase goes to; who has an access token needs to ask nobody for one. */
const googleUrls = (accessToken: string): string[] => [
  'https://fcm.googleapis.com/',
  ...(accessToken.trim() === '' ? ['https://oauth2.googleapis.com/'] : []),
];

const modes: readonly PushMode[] = ['firebase', 'safari', 'pull'];

/** Sends a push to the site's worker and shows what the worker does with it. */
export function PushView(props: PushViewProps) {
  const { session, known, outcomes, actions, store, onStore, onSelect } = props;
  const { vapidPrivate } = store;
  const draft = store.isTouched ? store.draft : newPushDraft(known?.sdk.mode ?? 'firebase');
  const [problem, setProblem] = useState<PushProblem>();
  const [isSending, setIsSending] = useState(false);
  const setDraft = (next: PushDraft) =>
    onStore((held) => ({ ...held, isTouched: true, draft: next }));
  const set = (change: Partial<PushDraft>) => setDraft({ ...draft, ...change });
  const ways = offerWays(known, actions.canEnter);
  const best = bestWay(ways, known);
  const chosen = ways.find(({ way, why }) => way === draft.way && why === '')?.way ?? best;
  const offered = ways.find(({ way }) => way === chosen);
  const off = ways.filter(({ why }) => why !== '');
  const text = draftText(draft);
  const { mode } = draft;
  const subscription = known?.subscription?.value ?? null;
  const own = known?.own;
  const ofPage = known?.sdk.config?.firebaseProjectId;
  const request: PushRequest = {
    way: chosen ?? 'worker',
    mode,
    worker: own?.active ? { scriptURL: own.active.scriptURL, scope: own.scope } : null,
    text,
    isReplaced: mode === 'pull' && draft.isReplaced,
    isDry: draft.isDry,
    subscription,
    ttl: Number(draft.ttl),
    urgency: draft.urgency,
    topic: draft.topic,
    vapid: null,
    firebase: null,
  };
  const bytes = new TextEncoder().encode(dataOf(request) ?? '').length;
  const send = async () => {
    setProblem(undefined);
    const { account, accessToken } = store;
    const fcmToken = fcmTokenOf(known);
    const sender = { vapidPrivate, account, accessToken, fcmToken, ofPage };
    const prepared = await preparePush(request, draft, sender);
    if ('field' in prepared) return setProblem(prepared);
    onStore((held) => savedPushes.withMade({ ...held, isTouched: true, draft }, draft, Date.now()));
    setIsSending(true);
    try {
      await actions.send(prepared);
    } finally {
      setIsSending(false);
    }
  };
  const [again, setAgain] = useState<PushDraft | null>(null);
  // Sent once it is what is shown: with this page's worker and subscription.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was asked for is sent, once
  useEffect(() => {
    if (!again || again !== draft) return;
    setAgain(null);
    if (chosen && !isSending) void send();
  }, [again, draft]);
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
          {offered && <p class="fact-note">{inWords(offered.note)}</p>}
          {off.length > 0 && (
            <ul class="fact-note ways-off">
              {off.map(({ way, why }) => (
                <li key={way} data-way-off={way}>
                  {message(pushWayKeys[way])}: {inWords(why)}
                </li>
              ))}
            </ul>
          )}
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
              isKeyKept={store.isKeyKept}
              onPrivateKey={(key) => onStore((held) => ({ ...held, vapidPrivate: key }))}
              access={
                subscription && <HostAccessNote url={subscription.endpoint} actions={actions} />
              }
              onKeepKey={(isKeyKept) => onStore((held) => ({ ...held, isKeyKept }))}
            />
          )}
          {chosen === 'firebase' && (
            <FirebaseFields
              draft={draft}
              secrets={store}
              ofPage={ofPage}
              problem={problem}
              access={googleUrls(store.accessToken).map((url) => (
                <HostAccessNote key={url} url={url} actions={actions} />
              ))}
              onChange={set}
              onSecrets={(change) => {
                setProblem(undefined);
                onStore((held) => ({ ...held, ...change }));
              }}
            />
          )}
          <PayloadField
            draft={draft}
            bytes={bytes}
            problem={problem}
            page={session.pages.at(-1)?.url ?? ''}
            onCheckUrl={actions.checkUrl}
            onChange={set}
          />
          <div class="buttons">
            <PresetName
              onSave={(name) =>
                onStore((held) => savedPushes.withPreset(held, name, draft, Date.now()))
              }
            />
          </div>
        </form>
        <div class="calls-column">
          <section class="state-section" aria-labelledby="push-preview">
            <h2 id="push-preview">
              {message(mode === 'pull' && !draft.isReplaced ? 'pushPreviewPull' : 'pushPreview')}
            </h2>
            <PushPreview text={text} mode={mode} />
          </section>
          <LiveWorker live={props.live} session={session} outcomes={outcomes} onSelect={onSelect} />
          <PushTrace
            session={session}
            outcomes={outcomes}
            onOpenUrl={props.onOpenUrl}
            onSelect={onSelect}
          />
          <ShownNotifications
            known={known}
            actions={actions}
            onClose={props.onClose}
            onPost={props.onPost}
          />
          <SavedDrafts
            store={store}
            saved={savedPushes}
            title={message('savedPushes')}
            nameOf={({ form, mode: of }) => form.title || of}
            previewOf={(each) => `${each.mode} ${(draftText(each) ?? '').slice(0, 120)}`}
            fileName="akpush-pushes.json"
            onStore={onStore}
            onEdit={setDraft}
            onRun={(each) => {
              setDraft(each);
              setAgain(each);
            }}
            canRun={chosen !== undefined && !isSending}
            onFile={saveFile}
          />
        </div>
      </div>
    </main>
  );
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PushMode } from '../../../lib/akpush/push-mode';
import { factsOf } from '../../../lib/facts/facts-of';
import { message } from '../../../lib/i18n/message';
import { currentDocument } from '../../../lib/model/current-document';
import { preparePush } from '../../../lib/push/prepare-push';
import { draftText, newPushDraft, type PushDraft, withMode } from '../../../lib/push/push-draft';
import type { PushProblem } from '../../../lib/push/push-problem';
import { dataOf, type PushRequest } from '../../../lib/push/push-request';
import { bestWay, fcmTokenOf, offerWays } from '../../../lib/push/push-ways';
import {
  type PushStore,
  restorePushStore,
  savedPushes,
  storedPushes,
} from '../../../lib/push/saved-pushes';
import { asksServer, sendsData, usesMessage } from '../../../lib/push/uses-message';
import { inWords } from '../../../lib/text/in-words';
import { pushWayKeys } from '../../../lib/text/push-way';
import { watchedElsewhere } from '../../../lib/text/watched-elsewhere';
import { usePage, useWorkspace } from '../../shell/workspace';
import { FindInView } from '../../ui/find/FindInView';
import { PresetName } from '../../ui/PresetName';
import { RadioCards } from '../../ui/RadioCards';
import { SavedDrafts } from '../../ui/SavedDrafts';
import { saveFile } from '../../ui/save-file';
import { FirebaseFields } from './FirebaseFields';
import { googleUrls } from './google-urls';
import { HostAccessNote } from './HostAccessNote';
import { LiveWorker } from './LiveWorker';
import { PayloadField } from './PayloadField';
import { PushPreview } from './PushPreview';
import { PushTrace } from './PushTrace';
import { RealPushFields } from './RealPushFields';
import { ShownNotifications } from './ShownNotifications';

const modes: readonly PushMode[] = ['firebase', 'safari', 'pull'];

/** Sends a push to the site's worker and shows what the worker does with it. */
export function PushView() {
  const { whole, frame, session, outcomes, showEntry: onSelect } = useWorkspace();
  const page = usePage();
  const { pushes: actions, savedPushes: saved, live } = page;
  const restored = useMemo(() => restorePushStore(saved), [saved]);
  const store = page.pushStore ?? restored;
  const onStore = (change: (held: PushStore) => PushStore) =>
    page.onPushStore((held) => change(held ?? restored), storedPushes);
  const known = factsOf(session);
  const { vapidPrivate } = store;
  const draft = store.isTouched
    ? store.draft
    : newPushDraft(known?.sdk.mode ?? 'firebase', message('pushSampleBody'));
  const [problem, setProblem] = useState<PushProblem>();
  const [isSending, setIsSending] = useState(false);
  const setDraft = (next: PushDraft) =>
    onStore((held) => ({ ...held, isTouched: true, draft: next }));
  const set = (change: Partial<PushDraft>) => setDraft({ ...draft, ...change });
  const ways = offerWays(known, actions.canEnter);
  const best = bestWay(ways, known);
  const chosen = ways.find(({ way, why }) => way === draft.way && why === '')?.way ?? best;
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
  const bytes = sendsData(draft, chosen)
    ? new TextEncoder().encode(dataOf(request) ?? '').length
    : undefined;
  const isUsed = usesMessage(draft, chosen);
  // The focus goes to the result of what was sent from here, once it is there.
  const isAwaited = useRef(false);
  const send = async () => {
    setProblem(undefined);
    const { account, accessToken } = store;
    const fcmToken = fcmTokenOf(known);
    const sender = { vapidPrivate, account, accessToken, fcmToken, ofPage };
    const prepared = await preparePush(request, draft, sender);
    if ('field' in prepared) return setProblem(prepared);
    onStore((held) => savedPushes.withMade({ ...held, isTouched: true, draft }, draft, Date.now()));
    setIsSending(true);
    isAwaited.current = true;
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
  const main = useRef<HTMLElement>(null);
  return (
    <main class="calls push" data-view="push" ref={main}>
      <h1 class="visually-hidden">{message('viewPush')}</h1>
      <FindInView root={main} />
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
          <RadioCards
            name="push-way"
            legend={message('pushWay')}
            value={chosen}
            cards={ways.map(({ way, why, note }) => ({
              value: way,
              name: message(pushWayKeys[way]),
              note: way === chosen ? inWords(note) : undefined,
              why: inWords(why),
            }))}
            offMark="way-off"
            onValue={(way) => set({ way })}
          />
          {isModeOther && (
            <p class="error-text" data-mode-other="yes">
              {message('pushModeOther', known?.sdk.mode ?? '')}
            </p>
          )}
          {asksServer(mode, chosen) && (
            <RadioCards
              name="push-replaced"
              legend={message('pushSource')}
              value={draft.isReplaced ? 'yes' : 'no'}
              cards={[
                {
                  value: 'no',
                  name: message('pushFromServer'),
                  note: message('pushFromServerNote'),
                },
                {
                  value: 'yes',
                  name: message('pushFromPanel'),
                  note: message('pushFromPanelNote'),
                },
              ]}
              onValue={(value) => set({ isReplaced: value === 'yes' })}
            />
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
            isUsed={isUsed}
            problem={problem}
            page={currentDocument(session)?.url ?? ''}
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
          <PushTrace
            session={session}
            outcomes={outcomes}
            isAwaited={isAwaited}
            onOpenUrl={page.onOpenUrl}
            onSelect={onSelect}
          />
          <section class="state-section" aria-labelledby="push-preview">
            <h2 id="push-preview">{message('pushPreview')}</h2>
            {isUsed ? (
              <PushPreview text={text} mode={mode} />
            ) : (
              <p class="none">{message('pushPreviewServer')}</p>
            )}
          </section>
          <ShownNotifications
            known={known}
            actions={actions}
            onClose={async (scope, { title, body, tag }) => {
              await page.actions.actOnWorker({
                type: 'closeNotification',
                scope,
                title,
                body,
                tag,
              });
            }}
            onPost={async (scope, data) => {
              await page.actions.actOnWorker({ type: 'postMessage', scope, data });
            }}
          />
          <LiveWorker
            {...{ live, session, outcomes, onSelect }}
            elsewhere={watchedElsewhere(whole, frame)}
          />
          <SavedDrafts
            store={store}
            saved={savedPushes}
            title={message('savedPushes')}
            noPresets={message('noPushPresets')}
            noHistory={message('noPushHistory')}
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

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RunMode } from '../../../lib/calls/call-actions';
import { type CallDraft, readDraft } from '../../../lib/calls/call-draft';
import { questionOf } from '../../../lib/calls/call-question';
import { previewInput } from '../../../lib/calls/preview-input';
import { exportPresets, importPresets, withPreset } from '../../../lib/calls/saved-calls';
import { factsOf } from '../../../lib/facts/facts-of';
import { message } from '../../../lib/i18n/message';
import type { PageSurvey } from '../../../lib/injected/page-job';
import { currentDocument } from '../../../lib/model/current-document';
import { inWords } from '../../../lib/text/in-words';
import { usePage, useWorkspace } from '../../shell/workspace';
import { Confirm } from '../../ui/Confirm';
import { CopiedNote } from '../../ui/CopiedNote';
import { FindInView } from '../../ui/find/FindInView';
import { SavedDrafts } from '../../ui/SavedDrafts';
import { saveFile } from '../../ui/save-file';
import { useCopy } from '../../ui/use-copy';
import { CallBuilder } from './CallBuilder';
import { CallResult } from './CallResult';
import { CheckupPanel } from './CheckupPanel';
import { Listeners } from './Listeners';

/** Makes calls of the page's SDK, and says what became of them. */
export function CallsView() {
  const { session, outcomes, environment, showEntry: onSelect } = useWorkspace();
  const { calls, callActions: actions, checkup } = usePage();
  const known = factsOf(session);
  const main = useRef<HTMLElement>(null);
  const part = checkup.isShown ? 'checkup' : 'call';
  const { copied, copy } = useCopy();
  const [survey, setSurvey] = useState<PageSurvey | null>();
  const page = currentDocument(session);
  const look = useCallback(() => {
    actions.survey().then(setSurvey, () => setSurvey(null));
  }, [actions]);
  // Instances come and go with calls of the constructor.
  const made = session.entries.filter(
    ({ page: of, kind, name, status }) =>
      of === page?.number && kind === 'call' && name === 'constructor' && status !== 'pending',
  ).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page has is asked again when it may have changed
  useEffect(() => {
    if (session.connection === 'connected') look();
    else setSurvey(undefined);
  }, [look, session.connection, page?.document, made]);
  const { store } = calls;
  // A page's own instance is what its own calls are made on.
  const first = survey?.instances[0];
  const { offerInstance } = calls;
  // Before the button can be pressed: a call on `new AKPush()` is another one.
  useLayoutEffect(() => {
    if (first) offerInstance(first);
  }, [first, offerInstance]);
  const [asked, setAsked] = useState<{ draft: CallDraft; mode: RunMode } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that the question was about has gone
  useEffect(() => setAsked(null), [page?.document]);
  const question = asked && questionOf(asked.draft.method);
  const run = (draft: CallDraft, mode: RunMode) => void calls.make(draft, mode, page?.number);
  const make = (draft: CallDraft, mode: RunMode) => {
    // What cannot be read is told without a question.
    if (questionOf(draft.method) && 'call' in readDraft(draft)) setAsked({ draft, mode });
    else run(draft, mode);
  };
  const entry = session.entries.find(({ key }) => key === calls.run?.key);
  const said = entry && outcomes.of(entry)?.sentence;
  return (
    <main class="calls" data-view="calls" ref={main}>
      <h1 class="visually-hidden">{message('viewCalls')}</h1>
      <FindInView root={main} />
      <div class="calls-parts">
        {(['call', 'checkup'] as const).map((each) => (
          <button
            key={each}
            type="button"
            class="chip-button"
            data-part={each}
            aria-pressed={part === each}
            onClick={() => (each === 'checkup' ? checkup.show() : checkup.hide())}
          >
            {message(each === 'call' ? 'makeCallTab' : 'checkupTitle')}
          </button>
        ))}
      </div>
      <div hidden={part !== 'checkup'}>
        <CheckupPanel
          session={session}
          known={known}
          calls={calls}
          run={checkup}
          version={environment}
          onCopy={copy}
          onSelect={onSelect}
        />
      </div>
      <div class="calls-columns" hidden={part !== 'call'}>
        <div class="calls-column">
          <CallBuilder
            calls={calls}
            session={session}
            known={known}
            survey={survey}
            hasGesture={actions.hasGesture}
            onMake={(mode) => make(store.draft, mode)}
            onSavePreset={(name) =>
              calls.setStore((held) => withPreset(held, name, held.draft, Date.now()))
            }
            onCopy={copy}
          />
        </div>
        <div class="calls-column">
          {calls.run && (
            <CallResult
              run={calls.run}
              session={session}
              outcomes={outcomes}
              onCopy={copy}
              onSelect={onSelect}
              onDismiss={() => {
                calls.dismiss();
                // The button that was pressed is gone with the result.
                main.current?.querySelector<HTMLElement>('[data-action=run]')?.focus();
              }}
            />
          )}
          <SavedDrafts
            saved={{ exportPresets, importPresets }}
            title={message('savedCalls')}
            noPresets={message('noPresets')}
            noHistory={message('noHistory')}
            nameOf={({ method }) => method}
            previewOf={previewInput}
            fileName="akpush-calls.json"
            store={store}
            onStore={calls.setStore}
            onEdit={calls.setDraft}
            onRun={(draft) => make(draft, 'plain')}
            canRun={session.connection === 'connected'}
            onFile={saveFile}
          />
          <Listeners survey={survey} actions={actions} onChanged={look} onSelect={onSelect} />
        </div>
      </div>
      {asked && question && (
        <Confirm
          title={inWords(question.title)}
          question={inWords(question.question)}
          verb={`${message('runCall')} ${asked.draft.method}`}
          onConfirm={() => {
            setAsked(null);
            run(asked.draft, asked.mode);
          }}
          onCancel={() => setAsked(null)}
        />
      )}
      {/* Always there: what is put into it is read aloud. */}
      <p class="visually-hidden" role="status">
        {entry && said ? `${entry.name}: ${inWords(said)}` : ''}
      </p>
      <CopiedNote copied={copied} />
    </main>
  );
}

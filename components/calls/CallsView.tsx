import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CallActions, RunMode } from '../../lib/calls/call-actions';
import type { CallDraft } from '../../lib/calls/call-draft';
import { previewInput } from '../../lib/calls/preview-input';
import { exportPresets, importPresets, withPreset } from '../../lib/calls/saved-calls';
import type { PageFacts } from '../../lib/facts/page-facts';
import { message } from '../../lib/i18n/message';
import type { PageSurvey } from '../../lib/injected/page-job';
import type { Session } from '../../lib/model/session';
import type { Outcomes } from '../../lib/outcome/outcomes';
import { CopiedNote } from '../CopiedNote';
import { SavedDrafts } from '../SavedDrafts';
import { saveFile } from '../save-file';
import { useCopy } from '../use-copy';
import { CallBuilder } from './CallBuilder';
import { CallResult } from './CallResult';
import { CheckupPanel } from './CheckupPanel';
import { Listeners } from './Listeners';

import type { Calls } from './use-calls';
import type { CheckupRun } from './use-checkup';

interface CallsViewProps {
  session: Session;
  known: PageFacts | undefined;
  outcomes: Outcomes;
  calls: Calls;
  actions: CallActions;
  checkup: CheckupRun;
  /** The extension's version. */
  version: string;
  /** Shows an entry in the timeline. */
  onSelect(key: string): void;
}

/** Makes calls of the page's SDK, and says what became of them. */
export function CallsView(props: CallsViewProps) {
  const { session, known, outcomes, calls, actions, onSelect } = props;
  const [part, setPart] = useState<'call' | 'checkup'>(props.checkup.checkup ? 'checkup' : 'call');
  const { copied, copy } = useCopy();
  const [survey, setSurvey] = useState<PageSurvey | null>(null);
  const page = session.pages.at(-1);
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
    else setSurvey(null);
  }, [look, session.connection, page?.document, made]);
  const { store } = calls;
  // A page's own instance is what its own calls are made on.
  const first = survey?.instances[0];
  const { offerInstance } = calls;
  useEffect(() => {
    if (first) offerInstance(first);
  }, [first, offerInstance]);
  const make = (draft: CallDraft, mode: RunMode) => void calls.make(draft, mode, page?.number);
  return (
    <main class="calls" data-view="calls">
      <h1 class="visually-hidden">{message('viewCalls')}</h1>
      <div class="calls-parts">
        {(['call', 'checkup'] as const).map((each) => (
          <button
            key={each}
            type="button"
            class="chip-button"
            data-part={each}
            aria-pressed={part === each}
            onClick={() => setPart(each)}
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
          run={props.checkup}
          version={props.version}
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
              onDismiss={calls.dismiss}
            />
          )}
          <SavedDrafts
            saved={{ exportPresets, importPresets }}
            title={message('savedCalls')}
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
      <CopiedNote copied={copied} />
    </main>
  );
}

import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { vi } from 'vitest';
// Loaded before: the panel asks for it after its first frame, and a short test has ended by then.
import { useFrame } from '../../components/shell/use-frame';
import { useStillSession } from '../../components/shell/use-still-session';
import '../../components/views/diagnosis';
import '../../components/views/diagnosis/DiagnosisView';
import '../../components/views/timeline/later';
import '../../components/views/timeline/tools';
import { useCheckup } from '../../components/views/calls/use-checkup';
import { LiveApp } from '../../entrypoints/panel/LiveApp';
import type { CallActions } from '../../lib/calls/call-actions';
import { emptyStore } from '../../lib/calls/saved-calls';
import type { Mutes } from '../../lib/diagnosis/mutes';
import { provideMessages } from '../../lib/i18n/message';
import type { Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import type { PanelActions, Undoable } from '../../lib/state/panel-actions';
import { defaultSettings, type Settings } from '../../lib/timeline/settings';
import english from '../../public/_locales/en/messages.json';
import { fakeCallActions, fakeCheckup, fakeLive, fakePushes } from '../support/fake-call-actions';

const noStatus = () => {};
const noContracts = { load: async () => undefined, save: () => {} };

/** The DOM of the tests has no layout: lists are as high as a docked panel. */
const giveElementsSize = () => {
  for (const [name, value] of [
    ['clientHeight', 420],
    ['clientWidth', 1280],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
};

/** Shows the whole panel with a session that was made up, wired as the panel's entry point does. */
export const renderApp = (
  first: Session,
  change: Partial<Settings> = {},
  actions: Partial<PanelActions> = {},
  ofCalls: Partial<CallActions> = {},
) => {
  const callActions = { ...fakeCallActions, ...ofCalls };
  giveElementsSize();
  provideMessages(english);
  const callbacks = { onReloadPage: vi.fn(), onRetry: vi.fn(), onOpenSource: vi.fn() };
  let settings: Settings = { ...defaultSettings, ...change };
  let update: (next: (held: Session) => Session) => void = () => {};
  function Panel() {
    const { session, clock, take } = useStillSession(first);
    const setSession = (next: (held: Session) => Session) => take(next(clock.now()));
    const [held, setHeld] = useState(settings);
    const { frame, onFrame } = useFrame(session);
    const [mutes, setMutes] = useState<Mutes>({});
    const checkup = useCheckup(fakeCheckup);
    const [undos, setUndos] = useState<readonly Undoable[]>([]);
    update = setSession;
    return (
      <LiveApp
        session={session}
        clock={clock}
        frame={frame}
        onFrame={onFrame}
        theme="light"
        view="timeline"
        actions={{
          changeStorage: async () => ({ writes: [], lost: [] }),
          actOnWorker: async () => 'ok',
          fetchScript: async () => Promise.reject(new Error('No server here.')),
          keepToken: async () => {},
          fetchTag: async () => Promise.reject(new Error('No server here.')),
          ...actions,
        }}
        resetHelp=""
        callActions={callActions}
        checkup={checkup}
        pushes={fakePushes}
        live={fakeLive}
        mutes={mutes}
        onMutes={setMutes}
        contractStore={noContracts}
        savedPushes={undefined}
        pushStore={null}
        onPushStore={() => {}}
        callStore={emptyStore}
        onCallStore={() => {}}
        settings={held}
        version="1.2.3"
        undos={undos}
        onUndos={setUndos}
        onOpenUrl={() => {}}
        onOptions={() => {}}
        onOpened={() => {}}
        onStatus={noStatus}
        about={{ extension: '1.2.3', browser: 'Test/1' }}
        environment="1.2.3"
        onChange={(each) => setSession((before) => reduce(before, each))}
        onSettings={(next) => {
          settings = next;
          setHeld(next);
        }}
        {...callbacks}
      />
    );
  }
  const user = userEvent.setup();
  const view = render(<Panel />);
  return {
    ...callbacks,
    view,
    user,
    settings: () => settings,
    update: (next: (held: Session) => Session) => update(next),
    names: () =>
      [...view.container.querySelectorAll('.row[data-id]')].map((row) =>
        row.getAttribute('data-name'),
      ),
  };
};

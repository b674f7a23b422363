/**
 * The panel in a plain page, with a session that was made up: for work on its looks.
 * `harness.html?session=shop|large|empty|works|unknown|broken|not-subscribed&connection=connected&theme=dark&language=ru`
 */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { useStillSession } from '../../components/shell/use-still-session';
import { useCheckup } from '../../components/views/calls/use-checkup';
import { LiveApp } from '../../entrypoints/panel/LiveApp';
import '../../entrypoints/panel/style.css';
import { emptyStore } from '../../lib/calls/saved-calls';
import type { Mutes } from '../../lib/diagnosis/mutes';
import { provideMessages } from '../../lib/i18n/message';
import type { Connection, Session } from '../../lib/model/session';
import { reduce } from '../../lib/session/reduce';
import type { Undoable } from '../../lib/state/panel-actions';
import { defaultSettings } from '../../lib/timeline/settings';
import english from '../../public/_locales/en/messages.json';
import russian from '../../public/_locales/ru/messages.json';
import { fakeCallActions, fakeCheckup, fakeLive, fakePushes } from '../support/fake-call-actions';
import { makeDiagnosed } from '../support/make-input';
import { makeEntry, makeLargeSession, makeSession, makeShopSession } from '../support/make-session';
import { makeState } from '../support/make-state';
import { everythingSeen, workingEntries } from '../support/seen-session';

const noStatus = () => {};
const noContracts = { load: async () => undefined, save: () => {} };

const query = new URLSearchParams(location.search);

const suspendRequest = makeEntry('request', {
  id: 50,
  name: 'suspend',
  time: 5_000,
  duration: 40,
  detail: { httpStatus: 200, response: { error: 0 } },
});

const sessions: Record<string, () => Session> = {
  shop: makeShopSession,
  large: () => makeLargeSession(Number(query.get('count') ?? 10_000)),
  empty: () => makeSession([]),
  works: () => makeDiagnosed(everythingSeen()),
  unknown: () => makeDiagnosed(),
  broken: () => makeDiagnosed({ entries: [...workingEntries(), suspendRequest] }),
  'not-subscribed': () =>
    makeDiagnosed({
      state: makeState({
        cache: null,
        registrations: [],
        permission: { notification: 'default', query: { ok: 'prompt' } },
      }),
    }),
};

const makeFirst = (): Session => ({
  ...(sessions[query.get('session') ?? 'shop'] ?? makeShopSession)(),
  connection: (query.get('connection') ?? 'connected') as Connection,
  lost: Number(query.get('lost') ?? 0),
  recording: !query.has('off'),
});

function Harness({ first }: { first: Session }) {
  const { session, clock, take } = useStillSession(first);
  const setSession = (next: (held: Session) => Session) => take(next(clock.now()));
  const [mutes, setMutes] = useState<Mutes>({});
  const checkup = useCheckup(fakeCheckup, query.get('view') === 'checkup');
  const [undos, setUndos] = useState<readonly Undoable[]>([]);
  const [settings, setSettings] = useState({
    ...defaultSettings,
    filter: query.get('filter') ?? '',
  });
  Object.assign(globalThis, {
    addEntries: (count: number) =>
      setSession((held) => {
        const id = held.entries.at(-1)?.id ?? 0;
        const entries = Array.from({ length: count }, (_, index) =>
          makeEntry('event', { id: id + 1 + index, name: 'subscribe', time: Date.now() }),
        );
        const document = held.pages.at(-1)?.document ?? '';
        return reduce(held, { type: 'entries', document, entries, lost: 0 });
      }),
  });
  return (
    <LiveApp
      session={session}
      clock={clock}
      frame={0}
      onFrame={() => {}}
      theme={query.get('theme') === 'dark' ? 'dark' : 'light'}
      view={query.get('view') ?? 'timeline'}
      actions={{
        changeStorage: async () => ({ writes: [], lost: [] }),
        actOnWorker: async () => 'ok',
        fetchScript: async () => Promise.reject(new Error('No server here.')),
        keepToken: async () => {},
        fetchTag: async () => Promise.reject(new Error('No server here.')),
      }}
      resetHelp=""
      callActions={fakeCallActions}
      checkup={checkup}
      mutes={mutes}
      onMutes={setMutes}
      contractStore={noContracts}
      pushes={fakePushes}
      live={fakeLive}
      savedPushes={undefined}
      pushStore={null}
      onPushStore={() => {}}
      callStore={emptyStore}
      onCallStore={() => {}}
      settings={settings}
      version="0.1.0"
      undos={undos}
      onUndos={setUndos}
      onOpenUrl={() => {}}
      onOptions={() => {}}
      onOpened={() => {}}
      onStatus={noStatus}
      about={{ extension: '1.2.3', browser: 'Test/1' }}
      environment="0.1.0"
      onChange={(change) => setSession((held) => reduce(held, change))}
      onSettings={setSettings}
      onReloadPage={() => location.reload()}
      onRetry={() => location.reload()}
      onOpenSource={(...place) => console.info('open', ...place)}
    />
  );
}

const isRussian = query.get('language') === 'ru';
provideMessages(isRussian ? russian : english);
document.documentElement.lang = isRussian ? 'ru' : 'en';
const first = makeFirst();
performance.mark('begin');
render(<Harness first={first} />, document.getElementById('app') as HTMLElement);

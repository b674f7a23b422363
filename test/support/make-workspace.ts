import type { PageWork, Workspace } from '../../components/shell/workspace';
import { emptyStore } from '../../lib/calls/saved-calls';
import type { Session } from '../../lib/model/session';
import { readOutcomes } from '../../lib/outcome/outcomes';
import { defaultSettings } from '../../lib/timeline/settings';
import { fakeCallActions, fakeLive, fakePushes } from './fake-call-actions';

const nothing = (): void => {};

/** What a view of a live page is given; nothing can be reached. `change`: what of the page's is other. */
export const makeWorkspace = (session: Session, change: Partial<PageWork> = {}): Workspace => ({
  whole: session,
  session,
  frame: 0,
  onFrame: nothing,
  outcomes: readOutcomes(session),
  diagnosis: undefined,
  muted: [],
  settings: defaultSettings,
  version: '1.2.3',
  environment: '1.2.3, Test/1',
  about: { extension: '1.2.3', browser: 'Test/1' },
  resetHelp: '',
  page: {
    clock: { now: () => session, onTick: () => nothing },
    actions: {
      changeStorage: async () => ({ writes: [], lost: [] }),
      actOnWorker: async () => 'ok',
      fetchScript: async () => Promise.reject(new Error('No server here.')),
      fetchTag: async () => Promise.reject(new Error('No server here.')),
      keepToken: async () => {},
    },
    callActions: fakeCallActions,
    calls: {
      store: emptyStore,
      run: null,
      problems: {},
      setStore: nothing,
      setDraft: nothing,
      chooseInstance: nothing,
      offerInstance: nothing,
      make: async () => {},
      dismiss: nothing,
    },
    fillForm: () => false,
    checkup: {
      checkup: null,
      isShown: false,
      show: nothing,
      hide: nothing,
      omit: [],
      setOmit: nothing,
      start: () => false,
      stop: nothing,
    },
    pushes: fakePushes,
    live: fakeLive,
    savedPushes: undefined,
    pushStore: null,
    onPushStore: nothing,
    undos: [],
    onUndos: nothing,
    onMute: nothing,
    onReloadPage: nothing,
    onRetry: nothing,
    onOpenUrl: nothing,
    ...change,
  },
  onChange: nothing,
  onSettings: nothing,
  onOpened: nothing,
  onOpenSource: nothing,
  shown: null,
  onHides: nothing,
  onSelected: nothing,
  showView: nothing,
  showEntry: nothing,
  editCall: nothing,
  held: new Map(),
});

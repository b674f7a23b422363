import { existsSync, readFileSync } from 'node:fs';
import { createFakeEvent } from './fake-event';
import { createFakePortPair, type FakePort, type FakeSender } from './fake-port';
import { createFakeStorageArea, type FakeChanges } from './fake-storage';

type Messages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

const readMessages = (): Messages => {
  const file = new URL('../../public/_locales/en/messages.json', import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};
let messages: Messages | undefined;

/** As browsers do: `$NAME$` is a placeholder, whose content says `$1`. */
const getMessage = (name: string, substitutions: string | string[] = []): string => {
  messages ??= readMessages();
  const found = messages[name];
  if (!found) return '';
  const values = [substitutions].flat();
  const fill = (text: string) => text.replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
  return fill(
    found.message.replace(/\$([\w@]+)\$/g, (_, key: string) => {
      const content = Object.entries(found.placeholders ?? {}).find(
        ([each]) => each.toLowerCase() === key.toLowerCase(),
      )?.[1].content;
      return content ?? '';
    }),
  ).replaceAll('$$', '$');
};

const onConnect = createFakeEvent<[FakePort]>();
/** `runtime.onConnect` of the content script in a tab: what `tabs.connect` reaches. */
const onTabConnect = createFakeEvent<[FakePort, { tab: number; frameId?: number }]>();
const onMessage = createFakeEvent<[unknown, FakeSender, (answer: unknown) => void]>();
const onChanged = createFakeEvent<[FakeChanges, string]>();
const tabs = {
  onRemoved: createFakeEvent<[number, object]>(),
  onUpdated: createFakeEvent<[number, object, object]>(),
  onReplaced: createFakeEvent<[number, number]>(),
};
const webNavigation = {
  onCommitted: createFakeEvent<[object]>(),
  onDOMContentLoaded: createFakeEvent<[object]>(),
  onCompleted: createFakeEvent<[object]>(),
  onErrorOccurred: createFakeEvent<[object]>(),
};
const local = createFakeStorageArea('local', onChanged);
const session = createFakeStorageArea('session', onChanged);
/** What `setBadgeText` was called with last, by tab. */
const badges = new Map<number | undefined, string>();
/** Likewise `setTitle`. */
const titles = new Map<number | undefined, string>();

/** Delivers to `onMessage` and gives the first answer: a promise, or what `sendResponse` gets after `return true`. */
const sendMessage = (message: unknown, sender: FakeSender = {}): Promise<unknown> =>
  new Promise((resolve) => {
    const answer = (value: unknown) => resolve(structuredClone(value));
    const returned = onMessage.fire(structuredClone(message), sender, answer);
    const promise = returned.find((each) => each instanceof Promise) as
      | Promise<unknown>
      | undefined;
    if (promise) void promise.then(answer);
    else if (!returned.includes(true)) resolve(undefined);
  });

/** Opens a port to whoever listens, as a browser does: without a listener it is closed at once. */
const open = (
  name: string,
  sender: FakeSender | undefined,
  deliver: (port: FakePort) => unknown[],
) => {
  const { near, far } = createFakePortPair(name, sender);
  if (deliver(far).length === 0) far.disconnect();
  return near;
};

/** In place of webextension-polyfill in tests. Every `on…` has a `fire`. */
const fakeBrowser = {
  runtime: {
    id: 'akpush-inspector@altcraft-tools.org',
    onConnect,
    onMessage,
    onInstalled: createFakeEvent<[object]>(),
    onStartup: createFakeEvent<[]>(),
    onUpdateAvailable: createFakeEvent<[object]>(),
    connect: ({ name = '' }: { name?: string } = {}) =>
      open(name, {}, (far) => onConnect.fire(far)),
    sendMessage: (message: unknown) => sendMessage(message),
    getURL: (path: string) => `chrome-extension://fake/${path.replace(/^\//, '')}`,
    getManifest: () => ({ version: '0.0.0', manifest_version: 3 }),
  },
  tabs: {
    ...tabs,
    onTabConnect,
    connect: (tab: number, { name = '', frameId }: { name?: string; frameId?: number } = {}) =>
      open(name, undefined, (far) =>
        onTabConnect.fire(far, { tab, ...(frameId !== undefined && { frameId }) }),
      ),
    get: async (id: number) => ({ id, url: 'https://shop.test/' }),
    query: async () => [] as object[],
    create: async (tab: object) => tab,
  },
  webNavigation: { ...webNavigation, getAllFrames: async () => [] as object[] },
  storage: { local, session, onChanged },
  action: {
    badges,
    titles,
    onClicked: createFakeEvent<[object]>(),
    setBadgeText: async ({ tabId, text }: { tabId?: number; text: string }) =>
      void badges.set(tabId, text),
    getBadgeText: async ({ tabId }: { tabId?: number }) => badges.get(tabId) ?? '',
    setBadgeBackgroundColor: async () => {},
    setTitle: async ({ tabId, title }: { tabId?: number; title: string }) =>
      void titles.set(tabId, title),
    getTitle: async ({ tabId }: { tabId?: number }) => titles.get(tabId) ?? '',
  },
  devtools: {
    inspectedWindow: { tabId: 1 },
    panels: { themeName: 'default', create: async () => ({}) },
  },
  scripting: { executeScript: async () => [] as object[] },
  permissions: { contains: async () => true },
  i18n: { getMessage, getUILanguage: () => 'en' },
};

/** Forgets listeners, storage and badges. Runs before each test. */
export const resetFakeBrowser = async (): Promise<void> => {
  for (const area of Object.values(fakeBrowser))
    for (const value of Object.values(area))
      if (typeof value === 'object' && value !== null && 'reset' in value)
        (value as { reset(): void }).reset();
  badges.clear();
  titles.clear();
  await Promise.all([local.clear(), session.clear()]);
};

export default fakeBrowser;

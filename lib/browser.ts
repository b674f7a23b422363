import browser, { type Storage } from 'webextension-polyfill';
import type { MessageKey } from './model/message-key';

/*
 * The only file that knows that browsers behave differently, as facts that are tested where they are used.
 */
type Theme = 'light' | 'dark';

/** The part of `devtools.panels` that differs: Chrome has a handler, Firefox an event. */
interface ThemedPanels {
  themeName?: string;
  setThemeChangeHandler?(handler: (theme: string) => void): void;
  onThemeChanged?: { addListener(listener: (theme: string) => void): void };
  openResource?(url: string, line: number, column: number, callback?: () => void): void;
}

const panels = (): ThemedPanels | undefined => browser.devtools?.panels as ThemedPanels | undefined;
const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');

/** The theme now: DevTools' own, or the system's where the page is not in DevTools. */
export const currentTheme = (): Theme => {
  const name = panels()?.themeName;
  if (name !== undefined) return name === 'dark' ? 'dark' : 'light';
  return systemIsDark().matches ? 'dark' : 'light';
};

/** Calls `onTheme` with the theme, which may have changed since it was read, and at each change of it. DevTools' own setting changes the system's query too where DevTools follows the system. */
export const watchTheme = (onTheme: (theme: Theme) => void): void => {
  const themed = panels();
  const take = (name: string) => onTheme(name === 'dark' ? 'dark' : 'light');
  if (themed?.setThemeChangeHandler) themed.setThemeChangeHandler(take);
  else themed?.onThemeChanged?.addListener(take);
  const tell = () => onTheme(currentTheme());
  systemIsDark().addEventListener('change', tell);
  tell();
};

/** Calls `onChange` with what was stored for good, by its key, also by the page that asks; what was removed is `undefined`. Answers how to stop. */
export const watchStored = (
  onChange: (stored: Readonly<Record<string, unknown>>) => void,
): (() => void) => {
  const hear = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    if (area !== 'local') return;
    onChange(
      Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])),
    );
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
};

/** The tab that the panel looks at: that of its DevTools, or `?tab=` where the page was opened by itself; `undefined` when neither. */
export const inspectedTab = (query: URLSearchParams): number | undefined => {
  const named = query.get('tab');
  if (named !== null) return /^\d+$/.test(named) ? Number(named) : undefined;
  return browser.devtools?.inspectedWindow?.tabId;
};

/** Calls `onTab` when a tab is another one to the browser, as when it was discarded, and names that in the address where `?tab=` is. */
export const followTab = (first: number, onTab: (tab: number) => void): (() => void) => {
  let tab = first;
  const follow = (added: number, removed: number): void => {
    if (removed !== tab) return;
    tab = added;
    const url = new URL(location.href);
    if (url.searchParams.has('tab')) {
      url.searchParams.set('tab', `${added}`);
      history.replaceState(null, '', url);
    }
    onTab(added);
  };
  browser.tabs?.onReplaced?.addListener(follow);
  return () => browser.tabs?.onReplaced?.removeListener(follow);
};

/** Shows a line of a script: in the Sources panel where DevTools lets extensions, else as a page. Other schemes than http are ignored. */
export const openSource = (url: string, line: number, column: number): void => {
  if (!/^https?:/.test(url)) return;
  const open = panels()?.openResource;
  // Chrome counts lines and columns from 0.
  if (open) open(url, line - 1, column - 1, () => {});
  else window.open(url, '_blank', 'noopener');
};

/** Opens an address of the web in a tab of its own. Other schemes than http are ignored. */
export const openPage = (url: string): void => {
  if (/^https?:/.test(url)) window.open(url, '_blank', 'noopener');
};

/** Whether this browser lets an extension show pages of its settings: Firefox refuses all of `about:`. */
export const canOpenSettings = (): boolean => !browser.runtime.getURL('/').startsWith('moz-');

/** Whether something can be done here; `unknown`: only trying tells. */
export type Capability = 'yes' | 'no' | 'unknown';

/** What browsers let an extension do, each in its own way. */
export interface Capabilities {
  /** To look into a worker, to dispatch events there, and to act by a user's gesture. */
  debugger: Capability;
  /** To be told which worker a request comes from, and to read and replace its answer. */
  workerRequests: Capability;
}

/** What this browser lets this extension do, by what its manifest asks for; where that is asked of the user later, only trying tells. */
export const readCapabilities = (): Capabilities => {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest();
  const capabilityOf = (permission: string): Capability => {
    if ((permissions as string[]).includes(permission)) return 'yes';
    return (optional as string[]).includes(permission) ? 'unknown' : 'no';
  };
  return {
    debugger: capabilityOf('debugger'),
    workerRequests: capabilityOf('webRequestFilterResponse'),
  };
};

/** Whether this browser lets an extension act with a user gesture, and into workers. */
export const canGesture = (): boolean => readCapabilities().debugger === 'yes';

/** The browser as it calls itself: for reports, nothing is decided by it. */
export const browserText = (): string => {
  const { userAgent } = navigator;
  return userAgent;
};

/** How a site's permission is reset, by where the browser shows it. */
export const resetPermissionHelp = (): MessageKey =>
  browser.runtime.getURL('/').startsWith('moz-') ? 'resetHelpPadlock' : 'resetHelpAddressBar';

import browser from 'webextension-polyfill';
import type { MessageKey } from '../../lib/i18n/message';
import type { SeenTab, TabStatus } from '../../lib/protocol/tab-status';

/** A sign, a colour, and words: the colour says nothing that the others do not say. */
const marks: Record<TabStatus | 'recording', { text: string; color: string; title: MessageKey }> = {
  found: { text: '✓', color: '#1a73e8', title: 'actionTitleFound' },
  subscribed: { text: '●', color: '#146c2e', title: 'actionTitleSubscribed' },
  limited: { text: '!', color: '#9a5b00', title: 'actionTitleLimited' },
  problem: { text: '!', color: '#b3261e', title: 'actionTitleProblem' },
  recording: { text: 'REC', color: '#8c1d18', title: 'actionTitleRecording' },
};

/** Tabs that are recorded: their mark stays until the recording ends. */
const recorded = new Set<number>();

const mark = (tabId: number, name: TabStatus | 'recording', count?: string): void => {
  const { text, color, title } = marks[name];
  void Promise.all([
    browser.action.setBadgeText({ tabId, text: count ?? text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage(title) }),
  ]).catch(() => {
    // The tab was closed meanwhile.
  });
};

/** Marks a tab as recorded, or takes that mark away. The browser forgets marks when the tab navigates. */
export const markRecording = (tab: number, isOn: boolean): void => {
  if (isOn) {
    recorded.add(tab);
    mark(tab, 'recording');
    return;
  }
  recorded.delete(tab);
  void browser.action.setBadgeText({ tabId: tab, text: '' }).catch(() => {});
};

/** Marks the toolbar button of a tab whose page has AKPush. */
export const markFound = (tab: number): void =>
  mark(tab, recorded.has(tab) ? 'recording' : 'found');

/** Marks the toolbar button by what a page of the extension has seen of a tab. */
export const markTab = ({ tab, url, status, errors }: SeenTab): void => {
  if (recorded.has(tab) || !Object.hasOwn(marks, status)) return;
  // The tab may show another page by now.
  void browser.tabs.get(tab).then(
    (now) => {
      if (now.url === url)
        mark(tab, status, status === 'problem' && errors > 0 ? String(errors) : undefined);
    },
    () => {},
  );
};

import browser, { type Runtime } from 'webextension-polyfill';
import type { MessageKey } from '../../lib/i18n/message';
import { isStatusMessage, type TabStatus } from '../../lib/protocol/tab-message';
import { isOwnPage } from './is-own-page';

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

/** Marks the toolbar button of a tab whose page has AKPush; more when a page of the extension has looked at it. */
export const showStatus = (message: unknown, sender: Runtime.MessageSender): undefined => {
  if (sender.id !== browser.runtime.id) return;
  if (isOwnPage(sender) && isStatusMessage(message)) {
    const { tab, url, status, errors } = message.tabStatus;
    if (recorded.has(tab) || !(status in marks)) return;
    // The tab may show another page by now.
    void browser.tabs.get(tab).then(
      (now) => {
        if (now.url === url)
          mark(tab, status, status === 'problem' && errors > 0 ? String(errors) : undefined);
      },
      () => {},
    );
    return;
  }
  const tabId = sender.tab?.id;
  if (isOwnPage(sender) || tabId === undefined || sender.frameId !== 0) return;
  if ((message as { akpush?: unknown } | null)?.akpush !== 'found') return;
  mark(tabId, recorded.has(tabId) ? 'recording' : 'found');
};

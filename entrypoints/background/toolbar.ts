import browser, { type Runtime } from 'webextension-polyfill';

/** Marks the toolbar button of a tab whose page has AKPush. The browser forgets the mark when the tab navigates. */
export const showFound = (message: unknown, sender: Runtime.MessageSender): undefined => {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tabId === undefined || sender.frameId !== 0) return;
  if ((message as { akpush?: unknown } | null)?.akpush !== 'found') return;
  void Promise.all([
    browser.action.setBadgeText({ tabId, text: '✓' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#1a73e8' }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('actionTitleFound') }),
  ]).catch(() => {
    // The tab was closed meanwhile.
  });
};

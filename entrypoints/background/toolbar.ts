import browser from 'webextension-polyfill';
import type { MessageKey } from '../../lib/i18n/message';
import type { FrameAddress } from '../../lib/protocol/page';
import type { SeenTab, TabStatus } from '../../lib/protocol/tab-status';
import type { FoundFrames } from './find-frames';

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

/** A title that also says how many frames have AKPush, where there are several. */
const withFrames = (title: readonly string[], frames: number): string =>
  [
    ...title,
    ...(frames > 1 ? [browser.i18n.getMessage('actionTitleFrames', `${frames}`)] : []),
  ].join('\n');

const mark = (tabId: number, name: TabStatus | 'recording', count?: string, frames = 1): void => {
  const { text, color, title } = marks[name];
  void Promise.all([
    browser.action.setBadgeText({ tabId, text: count ?? text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title: withFrames([browser.i18n.getMessage(title)], frames) }),
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
export const markFound = ({ tab, frame }: FrameAddress): void => {
  if (frame === 0) mark(tab, recorded.has(tab) ? 'recording' : 'found');
};

/** Marks the toolbar button by the frames that have AKPush. A mark that says more stays, and gets their number. */
export const markFrames = async (tab: number, { frames, url }: FoundFrames): Promise<void> => {
  const { action, tabs } = browser;
  const count = frames.filter(({ sdk }) => sdk).length;
  try {
    const [now, text, title] = await Promise.all([
      tabs.get(tab),
      action.getBadgeText({ tabId: tab }),
      action.getTitle({ tabId: tab }),
    ]);
    // The tab may show another page by now.
    if (recorded.has(tab) || now.url !== url) return;
    if (text === '') {
      if (count > 0) mark(tab, 'found', undefined, count);
      return;
    }
    const next = withFrames(title.split('\n', 1), count);
    if (next !== title) await action.setTitle({ tabId: tab, title: next });
  } catch {
    // The tab was closed meanwhile.
  }
};

/** Marks the toolbar button by what a page of the extension has seen of a tab. */
export const markTab = ({ tab, url, status, errors, frames }: SeenTab): void => {
  if (recorded.has(tab) || !Object.hasOwn(marks, status)) return;
  // The tab may show another page by now.
  void browser.tabs.get(tab).then(
    (now) => {
      if (now.url === url)
        mark(tab, status, status === 'problem' && errors > 0 ? String(errors) : undefined, frames);
    },
    () => {},
  );
};

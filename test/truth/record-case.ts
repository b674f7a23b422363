import { provideEnglish } from '../../scripts/provide-english';
import type { Panel } from '../e2e/support/browser';
import { poll } from '../e2e/support/poll';
import type { Story } from '../e2e/support/story';
import { writeGolden } from './golden';
import type { Seen } from './judge-case';
import { replay } from './replay';
import type { TruthCase } from './truth-case';

const exportSession = async (story: Story, panel: Panel): Promise<string> => {
  await panel.click('[data-action="open-export"]');
  await panel.waitFor(() => document.querySelector('[data-dialog="export"]') !== null);
  await panel.click('[name="export-format"][value="session"]');
  await panel.click('[name="export-secrets"]');
  await panel.click('[data-action="save-export"]');
  await panel.waitFor(() => document.querySelector('[data-dialog="export"]') === null);
  return (await story.browser.takeDownload()).text;
};

const same = (a: Seen, b: Seen): boolean =>
  a.verdict === b.verdict && a.isHealthy === b.isHealthy && a.findings.join() === b.findings.join();

/** Keeps the session of a case, as soon as the file says what the panel has said. */
export const recordCase = async (
  story: Story,
  truth: TruthCase,
  { panel, seen }: { panel: Panel; seen: Seen },
): Promise<void> => {
  provideEnglish();
  const { browser, demo } = story;
  await panel.click('#tab-timeline');
  let text = '';
  await poll('a file that says the same', async () => {
    text = await exportSession(story, panel);
    return same(replay(text), seen);
  }).catch((error) => {
    throw new Error(`${error.message}; the file: ${JSON.stringify(replay(text))}`);
  });
  writeGolden(
    browser.name,
    truth,
    { ...seen, text },
    {
      8140: demo.site,
      8141: demo.altcraft.url,
      8142: demo.push.url,
      8143: demo.google.url,
      8144: story.pushService.url,
    },
  );
};

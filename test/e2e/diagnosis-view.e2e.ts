import { expect, test } from 'vitest';
import { confirmAction } from './support/facts';
import { readFindings, waitForChain, waitForFindings } from './support/findings';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/* What can be done with a finding: follow its proof, mend it, mute it, hand it over. */

const story = prepareStory();

declare const akpush: Record<string, (...args: unknown[]) => Promise<unknown>>;

const openFault = async (id: string) => {
  const page = await story.openShop({}, `/fault/${id}`);
  const panel = await story.openPanel(page, 'diagnosis');
  await waitForFindings(panel, [id]);
  return { page, panel };
};

test('proof leads to the timeline, a link of the chain to its finding', async () => {
  const { panel } = await openFault('server-refused');
  await waitForChain(panel, { token: 'ok', server: 'broken' });
  await panel.click('[data-node="server"] button');
  expect(await panel.evaluate(() => document.activeElement?.id)).toBe('finding-server-refused');
  await panel.click('[data-finding] [data-evidence] .link');
  await panel.waitForRow({ kind: 'request', name: 'save' });
  await panel.waitFor(() => document.querySelector('.details') !== null);
});

test('a finding is mended in place, and is told to be gone', async () => {
  const { page, panel } = await openFault('token-malformed');
  await confirmAction(panel, 'clear-token', '[data-finding="token-malformed"]');
  await panel.waitFor(() => document.querySelector('[data-gone="token-malformed"]') !== null);
  expect((await readFindings(panel))?.map(({ id }) => id)).not.toContain('token-malformed');
  // The subscription is still there, and not cached: that is what is in the way now.
  await panel.waitFor(
    () => document.querySelector('[data-fix="other"][data-fix-by="token-not-cached"]') !== null,
  );
  await page.evaluate(() => void akpush.initSubscription?.({ email: 'mira@example.com' }));
  await panel.waitFor(() => document.querySelector('[data-fix="mended"]') !== null);
  // It is a recorded action, and can be taken back.
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'action', name: 'delete-key', status: 'ok' });
  await panel.click('#tab-state');
  await panel.waitFor(() => document.querySelector('.toast [data-action="undo"]') !== null);
  expect(page.consoleErrors).toEqual([]);
});

test('a finding that appears while somebody watches is new, and the tab counts it', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'diagnosis');
  await waitForFindings(panel, []);
  story.demo.altcraft.fail('save', { status: 503 });
  await page.click('#init');
  await waitForFindings(panel, ['server-refused']);
  await panel.waitFor(() => document.querySelector('[data-finding][data-new]') !== null);
  expect(
    await panel.evaluate(() => document.querySelector('[data-count="error"]')?.textContent),
  ).toContain('1');
  story.demo.altcraft.reset();
  await page.evaluate(() => void akpush.updateSubscription?.({ email: 'mira@example.com' }));
  await panel.waitFor(() => document.querySelector('[data-gone="server-refused"]') !== null);
  await waitForFindings(panel, []);
});

test('a muted finding stays muted for its site, and comes back when it is wanted', async () => {
  const { page, panel } = await openFault('server-refused');
  await panel.click('[data-action="mute-finding"]');
  await waitForFindings(panel, []);
  await panel.waitFor(() => document.querySelector('[data-muted="server-refused"]') !== null);
  await panel.close();
  const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
  await popup.waitFor(() => document.querySelector('[data-errors="0"]') !== null);
  // What is broken stays broken, muted or not.
  await popup.waitFor(() => document.querySelector('[data-verdict="broken"]') !== null);
  await popup.close();
  const again = await story.openPanel(page, 'diagnosis');
  await again.waitFor(() => document.querySelector('[data-muted="server-refused"]') !== null);
  await again.evaluate(() =>
    document.querySelector<HTMLElement>('[data-part="muted"] summary')?.click(),
  );
  await again.click('[data-action="unmute-finding"]');
  await waitForFindings(again, ['server-refused']);
});

test('the permission is asked for at the user’s click in the page', async () => {
  await story.browser.setNotifications(story.demo.site, 'prompt');
  const page = await story.openShop({ prompt: 'closed' });
  const panel = await story.openPanel(page, 'diagnosis');
  await waitForFindings(panel, ['permission-not-asked']);
  await panel.click('[data-action="ask-permission"]');
  await page.waitFor(() => document.activeElement !== null);
  await poll('the question', async () => {
    await page.puppeteer.mouse.click(300, 300);
    await panel.click('#tab-timeline');
    const rows = await panel.entries();
    await panel.click('#tab-diagnosis');
    return rows.some(({ kind }) => kind === 'permission');
  });
});

test('copied as Markdown: proof, advice, and no secret', async () => {
  const { page, panel } = await openFault('token-differs');
  await panel.click('[data-action="copy-diagnosis"]');
  expect(
    await panel.waitFor(() => document.querySelector<HTMLElement>('[data-copied]')?.dataset.copied),
  ).toBe('copied');
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.paste();
  const text = await page.waitFor(() => document.querySelector('textarea')?.value);
  expect(text).toContain('token-differs');
  expect(text).toContain('What to do');
  expect(text).not.toContain('https://push.example/earlier');
});

test('a page without AKPush, and one that is out of reach', async () => {
  const page = await story.openShop({}, '/about');
  const panel = await story.openPanel(page, 'diagnosis');
  await waitForFindings(panel, ['no-sdk']);
  await waitForChain(panel, { page: 'ok', sdk: 'broken' });
  await page.goto('about:blank');
  await panel.waitFor(() => document.querySelector('[data-notice="unreachable"]') !== null);
});

test('where nothing is wrong, a push is what is left to try', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'diagnosis');
  await waitForFindings(panel, []);
  expect(await panel.evaluate(() => document.querySelector('[data-action="go-push"]'))).toBe(null);
  await panel.waitFor(() => document.querySelector('[data-verdict="not-subscribed"]') !== null);
  await page.click('#init');
  await panel.waitFor(
    () => document.querySelector('[data-node="server"][data-state="ok"]') !== null,
  );
  const isPassed = (id: string): Promise<boolean> =>
    panel.evaluate(
      (check) => document.querySelector(`[data-check="${check}"][data-answer="passed"]`) !== null,
      id,
    );
  expect(await isPassed('permission-denied')).toBe(true);
  await panel.click('#tab-state');
  await panel.click('[data-sdk="yes"] [data-action="inspect-script"]');
  await panel.waitFor(
    () => document.querySelector('[data-view="state"] [data-verdict="works"]') !== null,
  );
  await panel.click('#tab-diagnosis');
  expect(await isPassed('worker-type')).toBe(true);
  await panel.click('[data-action="go-push"]');
  await panel.waitFor(() => document.querySelector('[data-view="push"]') !== null);
});

test('blocked notifications: the settings of the site are opened, or the way there is said', async () => {
  const page = await story.openShop();
  await story.browser.setNotifications(story.demo.site, 'denied');
  await page.reload();
  const panel = await story.openPanel(page, 'diagnosis');
  await waitForFindings(panel, ['permission-denied']);
  const card = '[data-finding="permission-denied"]';
  if (story.browser.name === 'firefox') {
    const places = await panel.evaluate(
      (where) =>
        [...document.querySelectorAll(`${where} [data-place="browser"]`)].map(
          ({ textContent }) => textContent,
        ),
      card,
    );
    expect(places).toContain('about:preferences#privacy');
    await panel.click(`${card} [data-action="copy-address"]`);
    await panel.waitFor(() => document.querySelector('[data-copied="copied"]') !== null);
    return;
  }
  const opened = async () =>
    (await page.puppeteer.browser().pages()).map((each) => each.url()).join(' ');
  await panel.click(`${card} [data-action="open-settings"]`);
  const wanted = `chrome://settings/content/siteDetails?site=${encodeURIComponent(story.demo.site)}`;
  await poll('the settings', async () => (await opened()).includes(wanted));
});

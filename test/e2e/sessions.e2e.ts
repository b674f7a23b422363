import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { waitForOutcome } from './support/outcomes';
import { prepareStory } from './support/story';

/* What a tester hands over: files of a session, without secrets unless they are asked for. */

const story = prepareStory();

const email = 'mira@example.com';

/** A page that has subscribed, with its panel. */
const openSubscribed = async (): Promise<{ page: Page; panel: Panel; endpoint: string }> => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForConnection('connected');
  await page.click('#init');
  await waitForOutcome(panel, 'initSubscription', 'saved');
  const { body } = await story.demo.altcraft.next('save');
  return { page, panel, endpoint: (body as { endpoint: string }).endpoint };
};

const openExport = async (panel: Panel): Promise<void> => {
  await panel.click('[data-action="open-export"]');
  await panel.waitFor(() => document.querySelector('[data-dialog="export"]') !== null);
};

const saveAs = async (panel: Panel, format: string, ...more: string[]) => {
  await openExport(panel);
  await panel.click(`[name="export-format"][value="${format}"]`);
  for (const selector of more) await panel.click(selector);
  await panel.click('[data-action="save-export"]');
  await panel.waitFor(() => document.querySelector('[data-dialog="export"]') === null);
  return story.browser.takeDownload();
};

test('every format is saved without secrets', async () => {
  const { panel, endpoint } = await openSubscribed();
  for (const format of ['session', 'report', 'har', 'csv']) {
    const { text, name } = await saveAs(panel, format);
    expect(text, format).not.toContain(email);
    expect(text, format).not.toContain(endpoint);
    expect(text, format).toContain('save');
    expect(name).toMatch(/^localhost.*\.(akpush\.json|md|har|csv)$/);
  }
});

test('the session file has what happened, what became of it, and how things stand', async () => {
  const { panel } = await openSubscribed();
  const file = JSON.parse((await saveAs(panel, 'session')).text);
  expect(file).toMatchObject({ format: 'akpush-inspector-session', version: 1, redacted: true });
  expect(file.entries.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['G6', 'initSubscription', 'save', 'subscribe']),
  );
  const outcomes = Object.values(file.outcomes as Record<string, { id: string }>);
  expect(outcomes.map(({ id }) => id)).toContain('saved');
  expect(JSON.stringify(file.entries)).toContain('email#1');
});

test('HAR has the request with its body and answer', async () => {
  const { panel } = await openSubscribed();
  const { log } = JSON.parse((await saveAs(panel, 'har')).text);
  const save = log.entries.find(({ request }: { request: { url: string } }) =>
    request.url.includes('/subscription/save'),
  );
  expect(log.version).toBe('1.2');
  expect(save.response).toMatchObject({ status: 200, content: { text: '{"error":0}' } });
  expect(save.request.postData.text).toContain('email#1');
});

test('with sensitive data, compressed, when that is chosen', async () => {
  const { panel, endpoint } = await openSubscribed();
  const { name, bytes } = await saveAs(
    panel,
    'session',
    '[name="export-secrets"]',
    '[name="export-gzip"]',
  );
  expect(name).toMatch(/\.akpush\.json\.gz$/);
  const text = gunzipSync(bytes).toString();
  expect(text).toContain(email);
  expect(text).toContain(endpoint);
});

test('only what the filter shows', async () => {
  const { panel } = await openSubscribed();
  await panel.type('.filter input', 'kind:request');
  const file = JSON.parse(
    (await saveAs(panel, 'session', '[name="export-what"][value="shown"]')).text,
  );
  // With the call that caused it.
  expect(new Set(file.entries.map(({ kind }: { kind: string }) => kind))).toEqual(
    new Set(['request', 'call']),
  );
});

test('the report is copied, to be pasted', async () => {
  const { page, panel } = await openSubscribed();
  await openExport(panel);
  await panel.click('[name="export-format"][value="report"]');
  await panel.click('[data-action="copy-export"]');
  await panel.waitFor(() => document.querySelector('.copied.is-shown') !== null);
  await panel.click('[data-dialog="export"] [data-action="cancel"]');
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.paste();
  const text = await page.waitFor(() => document.querySelector('textarea')?.value);
  expect(text).toContain('## Steps');
  expect(text).toContain('Saved: the server answered 200');
  expect(text).not.toContain(email);
});

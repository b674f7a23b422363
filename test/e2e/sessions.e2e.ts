import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { chooseFile, setField } from './support/fields';
import { waitForOutcome } from './support/outcomes';
import { poll } from './support/poll';
import { waitForWorkers } from './support/pushes';
import { chooseFromMenu } from './support/row-menu';
import { prepareStory } from './support/story';

/* What a tester hands over: files of a session, without secrets unless they are asked for. */

declare const AKPush: { events: { emit(name: string, ...payload: unknown[]): void } };
declare const chrome: {
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
};
declare const akpush: Record<'initSubscription', (...args: unknown[]) => Promise<unknown>>;

const story = prepareStory();

const email = 'mira@example.com';

/** A page that has subscribed, with its panel. */
const openSubscribed = async (): Promise<{ page: Page; panel: Panel; endpoint: string }> => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForConnection('connected');
  await waitForWorkers(page);
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

test('a page whose values are made to be deep and large costs no export', async () => {
  const { page, panel } = await openSubscribed();
  await page.evaluate(() => {
    AKPush.events.emit('brackets', '['.repeat(50_000) + ']'.repeat(50_000));
    let nested: unknown = 'bottom';
    for (let n = 0; n < 5_000; n++) nested = { nested };
    AKPush.events.emit('nested', nested);
    AKPush.events.emit('boxed', new String('x'.repeat(30_000_000)));
  });
  await panel.waitForRow({ kind: 'event', name: 'boxed' });
  for (const format of ['session', 'report', 'har', 'csv']) {
    const { text } = await saveAs(panel, format);
    expect(text, format).toContain('save');
    expect(text, format).not.toContain(email);
    if (format === 'session') expect(JSON.parse(text).entries.length).toBeGreaterThan(5);
  }
  const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
  await popup.waitFor(() => document.querySelector('[data-outcome="saved"]') !== null);
  await popup.click('[data-action="copy-report"]');
  await popup.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
});

test('the session file has what happened, what became of it, and how things stand', async () => {
  const { panel } = await openSubscribed();
  const file = JSON.parse((await saveAs(panel, 'session')).text);
  expect(file).toMatchObject({ format: 'akpush-inspector-session', version: 3, redacted: true });
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

test('what the timeline hides otherwise is not among what is shown; bookmarks are', async () => {
  const { panel } = await openSubscribed();
  const shown = async () => {
    const { text } = await saveAs(panel, 'session', '[name="export-what"][value="shown"]');
    return JSON.parse(text).entries.map(({ name }: { name: string }) => name);
  };
  await chooseFromMenu(panel, 'register', 'Hide entries like this');
  await panel.waitFor(() => document.querySelector('[data-hidden]') !== null);
  expect(await shown()).not.toContain('register');
  await panel.click('[data-action="show-all"]');
  expect(await shown()).toContain('register');
  await chooseFromMenu(panel, 'save', 'Bookmark');
  await panel.type('.filter input', 'is:bookmarked');
  expect(await shown()).toEqual(['initSubscription', 'save']);
});

test('the text for an issue is shown in both languages', async () => {
  const { panel } = await openSubscribed();
  await openExport(panel);
  await panel.click('[name="export-format"][value="report"]');
  const issue = () =>
    panel.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('[name="issue-text"]')?.value ?? '',
    );
  expect(await issue()).toContain('## Steps');
  await setField(panel, '[name="issue-language"]', 'ru');
  await poll('the text in Russian', async () => (await issue()).includes('## Шаги'));
  expect(await issue()).not.toContain(email);
  await panel.click('[data-action="copy-issue"]');
  await panel.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
});

test('the report is copied, to be pasted', async () => {
  const { page, panel } = await openSubscribed();
  await openExport(panel);
  await panel.click('[name="export-format"][value="report"]');
  await panel.click('[data-action="copy-export"]');
  await panel.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
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

/** Text that JSON can be made of, and that would be too deep for whoever reads it so. */
const emitNested = (page: Page): Promise<void> =>
  page.evaluate(() => {
    AKPush.events.emit('nested', '['.repeat(4_999) + ']'.repeat(4_999));
  });

test('an event that is nested without end costs no export and no report', async () => {
  const { page, panel } = await openSubscribed();
  await emitNested(page);
  await panel.waitForRow({ kind: 'event', name: 'nested' });
  for (const format of ['session', 'report', 'har', 'csv'])
    expect((await saveAs(panel, format)).text, format).toContain('save');
  const popup = await story.openExtensionPage(`popup.html?tab=${page.tabId}`);
  await popup.waitFor(() => document.querySelector('[data-outcome="saved"]') !== null);
  await popup.click('[data-action="copy-report"]');
  await popup.waitFor(() => document.querySelector('[data-copied=copied]') !== null);
  expect(await popup.evaluate(() => document.querySelector('[role="alert"]'))).toBeNull();
});

/** Emits texts that took a second each, and some a minute all together, while they were read anew from each of their characters. */
const emitSlow = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const texts = [`${'\\'.repeat(9_998)}x`, `${'a'.repeat(12_000)} `, '@a.'.repeat(4_000)];
    for (let time = 0; time < 60; time++)
      for (const text of texts) AKPush.events.emit('slow', { quote: '"', text });
  });

test('texts that are made to be slow keep neither the filter nor an export waiting', async () => {
  const { page, panel } = await openSubscribed();
  await emitSlow(page);
  await panel.waitForRow({ kind: 'event', name: 'slow' });
  await panel.type('.filter input', 'quote');
  await panel.waitFor(() => document.querySelector('[data-kind="call"]') === null);
  await panel.waitForRow({ kind: 'event', name: 'slow' });
  await panel.press('Escape');
  for (const format of ['session', 'csv'])
    expect((await saveAs(panel, format)).text, format).toContain('slow');
});

const chooseSession = (panel: Panel, text: string): Promise<void> =>
  chooseFile(panel, '[name="session-file"]', text, 'session.json');

const dropFile = (panel: Panel, text: string): Promise<void> =>
  panel.evaluate((content: string) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'session.json'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
  }, text);

const openSessions = async (panel: Panel): Promise<void> => {
  await panel.click('#tab-sessions');
  await panel.waitFor(
    () => document.querySelector('[data-view="sessions"][data-sessions]') !== null,
  );
};

const namesOf = async (panel: Panel) =>
  (await panel.entries()).map(({ id, name }) => `${id} ${name}`);

test('export, import, equal; read only, and back to the page', async () => {
  const { panel } = await openSubscribed();
  const before = await namesOf(panel);
  const { text } = await saveAs(panel, 'session', '[name="export-secrets"]');
  await openSessions(panel);
  await chooseSession(panel, text);
  await panel.waitFor(() => document.querySelector('[data-file]') !== null);
  // The diagnosis comes first; nothing in it acts.
  await panel.waitFor(() => document.querySelector('[data-view="diagnosis"][data-read]') !== null);
  expect(await panel.evaluate(() => document.querySelector('#tab-calls'))).toBeNull();
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'request', name: 'save' });
  expect(await namesOf(panel)).toEqual(before);
  await panel.click('#tab-state');
  await panel.waitFor(() => document.querySelector('[data-fact="cache.token"]') !== null);
  expect(
    await panel.evaluate(
      () =>
        document.querySelectorAll('[data-action="delete-key"], [data-action="unregister"]').length,
    ),
  ).toBe(0);
  await panel.click('#tab-timeline');
  const again = await saveAs(panel, 'session', '[name="export-secrets"]');
  const plain = (json: string) => ({ ...JSON.parse(json), savedAt: '' });
  expect(plain(again.text)).toEqual(plain(text));
  await panel.click('[data-action="close-file"]');
  await panel.waitForConnection('connected');
});

test('while a file is looked at the page is followed: the toolbar’s mark, the session', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForConnection('connected');
  await panel.waitForRow({ kind: 'sdk' });
  await waitForWorkers(page);
  const { text } = await saveAs(panel, 'session');
  await openSessions(panel);
  await chooseSession(panel, text);
  await panel.waitFor(() => document.querySelector('[data-file]') !== null);
  const badge = () => panel.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), page.tabId);
  await poll('a mark without an error', async () => !/^\d$/.test(await badge()));
  story.demo.altcraft.fail('save', { status: 503 });
  await page.click('#init');
  await poll('the number of errors', async () => (await badge()) === '1');
  await panel.click('[data-action="close-file"]');
  await panel.waitForConnection('connected');
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'request', name: 'save', status: 'failed' });
  story.demo.altcraft.reset();
});

test('a profile with words of the format is exported without secrets, and opened again with the same rows', async () => {
  const { page, panel } = await openSubscribed();
  await page.evaluate(() =>
    akpush.initSubscription(
      { email: 'mira@example.com' },
      { status: 'active', name: 'local', channel: 'shop', kind: 'application' },
    ),
  );
  await panel.waitFor(
    () =>
      document.querySelectorAll('[data-name="initSubscription"][data-status="ok"]').length === 2,
  );
  const before = await namesOf(panel);
  const { text } = await saveAs(panel, 'session');
  expect(text).not.toContain(email);
  await openSessions(panel);
  await chooseSession(panel, text);
  await panel.waitFor(() => document.querySelector('[data-file]') !== null);
  await panel.waitFor(() => document.querySelector('[data-view="diagnosis"][data-read]') !== null);
  expect(await panel.evaluate(() => document.querySelector('[data-repaired]'))).toBeNull();
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'request', name: 'save' });
  expect(await namesOf(panel)).toEqual(before);
});

test('a file that is dropped, on a viewer without a tab', async () => {
  const { panel } = await openSubscribed();
  const { text } = await saveAs(panel, 'session');
  const viewer = await story.openExtensionPage('panel.html?viewer');
  await viewer.waitFor(() => document.querySelector('[data-view="sessions"]') !== null);
  await dropFile(viewer, text);
  await viewer.waitFor(() => document.querySelector('[data-file]') !== null);
  await viewer.click('#tab-timeline');
  await viewer.waitForRow({ kind: 'call', name: 'initSubscription' });
});

test('files that are no sessions get a reason, and harm nothing', async () => {
  const { panel } = await openSubscribed();
  const { text } = await saveAs(panel, 'session');
  await openSessions(panel);
  for (const [content, problem] of [
    ['', 'empty'],
    [text.slice(0, 500), 'not-json'],
    ['{"log":{}}', 'foreign'],
    [text.replace(/"version":\d+/, '"version":99'), 'newer'],
    [text.replaceAll('"kind":"', '"kind":"<img src=x onerror=alert(1)>'), 'damaged'],
  ] as const) {
    await chooseSession(panel, content);
    await panel.waitFor((id) => document.querySelector(`[data-problem="${id}"]`) !== null, problem);
  }
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'request', name: 'save' });
});

test('kept, renamed, opened, exported, deleted and brought back', async () => {
  const { page, panel } = await openSubscribed();
  await openSessions(panel);
  await panel.click('[data-action="save-session"]');
  await panel.waitFor(() => document.querySelector('[data-session]') !== null);
  await panel.click('[data-action="more-session"]');
  await panel.click('[role="menu"] [data-action="rename-session"]');
  await panel.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[name="session-name"]');
    if (!field) throw new Error('no field for the name');
    field.value = 'A subscription';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.form?.requestSubmit();
  });
  await panel.waitFor(
    () =>
      document.querySelector('[data-session] .session-name')?.textContent?.trim() ===
      'A subscription',
  );
  // Another panel, later: it is still there.
  await panel.close();
  const later = await story.openPanel(page, 'sessions');
  await later.waitFor(() => document.querySelector('[data-session]') !== null);
  await later.click('[data-action="export-session"]');
  await later.waitFor(() => document.querySelector('[data-dialog="export"]') !== null);
  await later.click('[data-action="save-export"]');
  expect((await story.browser.takeDownload()).text).not.toContain(email);
  await later.click('[data-action="more-session"]');
  await later.click('[role="menu"] [data-action="delete-session"]');
  await later.waitFor(() => document.querySelector('[data-session]') === null);
  await later.click('[data-action="undo-delete"]');
  await later.waitFor(() => document.querySelector('[data-session]') !== null);
  await later.click('[data-action="open-session"]');
  await later.waitFor(() => document.querySelector('[data-file="A subscription"]') !== null);
});

test('a store that is full: said, the oldest offered, and nothing recorded is lost', async () => {
  const { panel } = await openSubscribed();
  await openSessions(panel);
  const count = () => panel.evaluate(() => document.querySelectorAll('[data-session]').length);
  // Earlier tests leave some.
  const before = await count();
  await panel.click('[data-action="save-session"]');
  await poll('one more', async () => (await count()) === before + 1);
  // To fill a real disk takes too long here: the browser's own error, from where it throws it.
  await panel.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No space', 'QuotaExceededError');
    };
  });
  await panel.click('[data-action="save-session"]');
  await panel.waitFor(() => document.querySelector('[data-problem="full"]') !== null);
  await panel.click('[data-short] [data-action="delete-oldest"]');
  await poll('one less', async () => (await count()) === before);
  await panel.click('#tab-timeline');
  await panel.waitForRow({ kind: 'request', name: 'save' });
});

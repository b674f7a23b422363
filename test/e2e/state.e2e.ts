import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { readFact, readHistory, readStates, waitForFact, waitForReading } from './support/facts';
import { poll } from './support/poll';
import { waitForWorkers } from './support/pushes';
import { prepareStory } from './support/story';

/*
 * What a QA engineer sees of a browser's subscription, and whether its parts agree.
 */

const story = prepareStory();

const agreements = ['browser', 'key', 'token', 'save'].map((name) => `agreement.${name}`);
const parts = ['permission', 'worker', 'subscription', 'token', 'save'].map((n) => `strip.${n}`);

const openState = async (page: Page): Promise<Panel> => {
  const panel = await story.openPanel(page, 'state');
  await panel.waitFor(() => document.querySelector('[data-view="state"][data-read]') !== null);
  return panel;
};

/** Subscribes by the shop's button. */
const subscribe = async (page: Page): Promise<string> => {
  await waitForWorkers(page);
  await page.click('#init');
  const { body } = await story.demo.altcraft.next('save');
  return (body as { endpoint: string }).endpoint;
};

const databasesOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`).sort(),
  );

describe('the agreement strip', () => {
  test('a fresh visit: nothing is there, and nothing is said to be wrong', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    await waitForFact(panel, 'strip.permission', { state: 'ok', text: 'granted' });
    expect(await readStates(panel, parts)).toEqual([
      'strip.permission ok',
      'strip.worker missing',
      'strip.subscription missing',
      'strip.token missing',
      'strip.save missing',
    ]);
    expect(await readStates(panel, agreements)).toEqual([
      'agreement.browser missing',
      'agreement.key missing',
      'agreement.token missing',
      'agreement.save unknown',
    ]);
  });

  test.each(['pull', 'firebase'])('subscribed in %s mode: all parts agree', async (mode) => {
    // With the permission given, Firebase mode caches the token at page load, and `initSubscription` then saves nothing.
    const page = await story.openShop({ mode, prompt: 'allowed' });
    const panel = await openState(page);
    const token = await subscribe(page);
    await waitForFact(panel, 'agreement.save', { state: 'ok' });
    await waitForFact(panel, 'agreement.token', { state: 'ok' });
    expect(await readStates(panel, [...parts, ...agreements])).toEqual(
      [...parts, ...agreements].map((id) => `${id} ok`),
    );
    const cached = await waitForFact(panel, 'cache.token', { state: 'ok', isMasked: true });
    expect(cached.text).toBe(`${token.slice(0, 6)}…${token.slice(-6)}`);
    const subscription = await readFact(panel, 'subscription.endpoint');
    expect(subscription?.note).not.toContain('replaced the push methods');
    const firebase = await readFact(panel, 'firebase.token');
    expect(firebase?.state).toBe(mode === 'firebase' ? 'ok' : undefined);
    const heartbeat = await readFact(panel, 'firebase.heartbeat');
    expect(heartbeat?.state).toBe(mode === 'firebase' ? 'ok' : undefined);
    expect((await readFact(panel, 'sdk.mode'))?.text).toContain(`${mode}:`);
  });

  test('a page that replaced the push methods: what only its scripts see is said to be that', async () => {
    // A page's own push manager is what is looked at.
    const page = await story.openShop({ standin: '1' });
    const panel = await openState(page);
    await subscribe(page);
    await waitForFact(panel, 'agreement.token', { state: 'ok' });
    const subscription = await readFact(panel, 'subscription.endpoint');
    expect(subscription?.note).toContain('replaced the push methods');
    expect(
      await panel.evaluate(() => document.querySelector('[data-action="unsubscribe"]')),
    ).toBeNull();
  });

  test('the server refuses: the save failed, although the SDK says nothing', async () => {
    story.demo.altcraft.fail('save', { status: 503 });
    const page = await story.openShop();
    const panel = await openState(page);
    await subscribe(page);
    const { note } = await waitForFact(panel, 'agreement.save', { state: 'failed' });
    expect(note).toContain('503');
  });

  test('an error in an answer with status 200 is a refusal too', async () => {
    story.demo.altcraft.fail('save', { error: 501 });
    const page = await story.openShop();
    const panel = await openState(page);
    await subscribe(page);
    const { note } = await waitForFact(panel, 'agreement.save', { state: 'failed' });
    expect(note).toContain('501');
  });

  test('no permission: denied is a failure', async () => {
    const page = await story.openShop();
    await story.browser.setNotifications(story.demo.site, 'denied');
    await page.reload();
    const panel = await openState(page);
    await waitForFact(panel, 'strip.permission', { state: 'failed', text: 'denied' });
    await waitForFact(panel, 'permission.notification', { state: 'failed', text: 'denied' });
    expect(await panel.evaluate(() => document.body.innerText)).toContain('To reset');
  });

  test('a click on a part leads to its section', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    await panel.click('[data-fact="strip.permission"] button');
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('state-permission');
  });
});

describe('a worker', () => {
  test('runs or is stopped: Chromium tells, Firefox tells no extension', async () => {
    const page = await story.openShop();
    await subscribe(page);
    const panel = await openState(page);
    await waitForFact(panel, 'worker.active.state', { state: 'ok', text: 'activated' });
    if (can.debug)
      await waitForFact(panel, 'worker.active.running', { state: 'ok', text: 'running' });
    else expect(await readFact(panel, 'worker.active.running')).toBeNull();
  });
});

describe('the token cache', () => {
  test('absent databases stay absent', async () => {
    const page = await story.openShop({ sdk: 'none' });
    const before = await databasesOf(page);
    const panel = await openState(page);
    await waitForFact(panel, 'cache.database', { state: 'missing' });
    await waitForReading(panel);
    expect(await databasesOf(page)).toEqual(before);
    expect(before).toEqual([]);
  });

  test.each(['g1', 'g2'])('the token of %s is in localStorage', async (sdk) => {
    const page = await story.openShop({ sdk });
    const panel = await openState(page);
    await subscribe(page);
    const legacy = await waitForFact(panel, 'cache.legacy', { state: 'ok' });
    expect(legacy.isMasked).toBe(true);
    await waitForFact(panel, 'strip.token', { state: 'ok' });
    expect((await readFact(panel, 'cache.token'))?.state).toBe('missing');
  });

  test('a prefix of the page’s own', async () => {
    const page = await story.openShop({ prefix: 'own_' });
    const panel = await openState(page);
    await subscribe(page);
    await waitForFact(panel, 'cache.token', { state: 'ok' });
    expect((await readFact(panel, 'cache.prefix'))?.text).toBe('own_');
    expect(
      await panel.evaluate(() => document.querySelector('[data-key="own_current_token"]') !== null),
    ).toBe(true);
  });

  test('a value is masked everywhere until it is asked for', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    const token = await subscribe(page);
    await waitForFact(panel, 'cache.token', { state: 'ok' });
    const isInDocument = () =>
      panel.evaluate((text: string) => document.documentElement.outerHTML.includes(text), token);
    expect(await isInDocument()).toBe(false);
    await panel.click('[data-fact="cache.token"] [data-action="reveal"]');
    expect((await waitForFact(panel, 'cache.token', { isMasked: false })).text).toBe(token);
    const isInAttribute = await panel.evaluate(
      (text: string) =>
        [...document.querySelectorAll('*')].some((element) =>
          [...element.attributes].some(({ value }) => value.includes(text)),
        ),
      token,
    );
    expect(isInAttribute).toBe(false);
    await panel.click('[data-fact="cache.token"] [data-action="reveal"]');
    expect(await isInDocument()).toBe(false);
  });

  test('what came of what: a call, and another tab', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    await subscribe(page);
    await poll('a change', async () => (await readHistory(panel)).length >= 2);
    const [first] = await readHistory(panel);
    expect(first?.cause).toBe('call');
    expect(first?.text).toContain('initSubscription');

    await waitForFact(panel, 'agreement.save', { state: 'ok' });
    await waitForReading(panel);
    const other = await story.openPage(`${story.demo.site}/empty`);
    const begin = Date.now();
    await other.evaluate(async () => {
      const opening = indexedDB.open('localforage');
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const writing = database.transaction('keyvaluepairs', 'readwrite');
      writing.objectStore('keyvaluepairs').put('from another tab', '_ak_cookie');
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      database.close();
    });
    await poll('the other tab’s change', async () => (await readHistory(panel)).length >= 3);
    const seen = Number(
      await panel.evaluate(
        () => document.querySelector<HTMLElement>('[data-read]')?.dataset.read ?? '0',
      ),
    );
    const [latest] = await readHistory(panel);
    expect(latest?.cause).toBe('elsewhere');
    expect(latest?.text).toContain('_ak_cookie');
    expect((await readFact(panel, 'cache.cookie'))?.isNew).toBe(true);
    expect(seen).toBeGreaterThan(begin);
  });

  test('a page that upgrades its database all the time is never blocked', async () => {
    const page = await story.openPage(`${story.demo.site}/empty`);
    const panel = await openState(page);
    const outcome = await page.evaluate(async () => {
      const longest = { ms: 0, blocked: 0 };
      for (let version = 1; version <= 150; version++) {
        const begin = performance.now();
        const opening = indexedDB.open('localforage', version);
        opening.onblocked = () => {
          longest.blocked++;
        };
        opening.onupgradeneeded = () => {
          const { result, transaction } = opening;
          if (!result.objectStoreNames.contains('keyvaluepairs'))
            result.createObjectStore('keyvaluepairs');
          transaction?.objectStore('keyvaluepairs').put(`${version}`, 'own_current_token');
        };
        await new Promise((resolve, reject) => {
          opening.onsuccess = resolve;
          opening.onerror = () => reject(opening.error);
        });
        longest.ms = Math.max(longest.ms, performance.now() - begin);
        // An event that the reader listens to: it reads in the middle of the upgrades.
        dispatchEvent(new Event('storage'));
        opening.result.close();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return longest;
    });
    expect(outcome.blocked).toBe(0);
    await waitForFact(panel, 'cache.token', { state: 'ok' });
  });
});

describe('service workers', () => {
  test('the SDK’s own', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    await subscribe(page);
    await waitForFact(panel, 'worker.active.state', { text: 'activated' });
    const browser = story.browser.name === 'chromium' ? 'Chrome' : 'Firefox';
    expect((await readFact(panel, 'worker.browser'))?.text).toBe(browser);
    expect((await readFact(panel, 'worker.scope'))?.text).toBe(`${story.demo.site}/`);
    // Chrome alone has the window of time in the URL.
    const expiration = await readFact(panel, 'worker.expiration');
    expect(expiration?.note.includes('for another')).toBe(browser === 'Chrome' ? true : undefined);
  });

  test('another vendor’s worker is not the SDK’s', async () => {
    const page = await story.openShop({ worker: 'foreign' });
    const panel = await openState(page);
    await panel.waitFor(() => document.querySelector('[data-registration]') !== null);
    expect(
      await panel.evaluate(
        () => document.querySelector<HTMLElement>('[data-registration]')?.dataset.sdk,
      ),
    ).toBe('no');
    await waitForFact(panel, 'strip.worker', { state: 'missing' });
    expect(await panel.evaluate(() => document.body.innerText)).toContain('Not the SDK’s');
  });

  test('a worker in a subfolder has a scope of its own', async () => {
    const page = await story.openShop({ worker: 'subfolder' });
    const panel = await openState(page);
    await subscribe(page);
    await waitForFact(panel, 'worker.scope', { text: `${story.demo.site}/push/` });
    await waitForFact(panel, 'worker.controller', { state: 'missing' });
  });

  test('the script is asked for: status, type, size', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    await subscribe(page);
    await waitForFact(panel, 'worker.active.state', { text: 'activated' });
    await panel.click('[data-registration] [data-action="inspect-script"]');
    const report = await panel.waitFor(
      () => document.querySelector<HTMLElement>('[data-report]')?.innerText ?? '',
    );
    expect(report).toContain('200');
    expect(report).toMatch(/javascript/);
  });
});

describe('freshness', () => {
  test('a page that is gone is not shown as live', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    const isLive = () =>
      panel.evaluate(() => document.querySelector<HTMLElement>('[data-live]')?.dataset.live);
    await poll('a live state', async () => (await isLive()) === 'yes');
    await page.close();
    await poll('a state that is not live', async () => (await isLive()) === 'no');
  });

  test('a reload keeps what changed in between', async () => {
    const page = await story.openShop();
    const panel = await openState(page);
    await subscribe(page);
    await waitForFact(panel, 'cache.token', { state: 'ok' });
    await page.reload();
    await waitForFact(panel, 'cache.endpoint', { state: 'ok' });
    await poll('the change at page load', async () =>
      (await readHistory(panel)).some(
        ({ cause, text }) => cause === 'page-load' && text.includes('_endpoint_current_token'),
      ),
    );
  });
});

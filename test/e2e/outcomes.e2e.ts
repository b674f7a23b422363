import { describe, expect, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { can } from './support/can';
import { waitForFact, waitForReading } from './support/facts';
import { waitForOutcome, waitForOutcomes } from './support/outcomes';
import { waitForWorkers } from './support/pushes';
import { prepareStory } from './support/story';

/* Every outcome in docs/outcomes.md, brought about by the shop in a real browser. */

const story = prepareStory();
const isFirefox = process.env.BROWSER === 'firefox';

declare const AKPush: { removeToken(): Promise<unknown> };
declare const akpush: Record<string, (...args: unknown[]) => Promise<unknown>>;

type Variant = Readonly<Record<string, string>>;

const openWatched = async (variant: Variant = {}): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop(variant);
  const panel = await story.openPanel(page);
  await panel.waitForConnection('connected');
  await waitForWorkers(page);
  return { page, panel };
};

/** Waits for a reading of the state: what was there before a call is known from it. */
const waitForState = async (panel: Panel): Promise<void> => {
  await panel.click('#tab-state');
  await waitForReading(panel);
  await panel.click('#tab-timeline');
};

describe('initSubscription', () => {
  test('saved', async () => {
    const { page, panel } = await openWatched();
    await page.click('#init');
    expect(await waitForOutcome(panel, 'initSubscription', 'saved')).toContain('200');
  });

  test('token-unchanged: in Firebase mode the token is cached at page load', async () => {
    const { page, panel } = await openWatched({ mode: 'firebase' });
    await waitForState(panel);
    await page.click('#init');
    const text = await waitForOutcome(panel, 'initSubscription', 'token-unchanged');
    expect(text).toContain('No effect');
    expect(story.demo.altcraft.requests.map(({ name }) => name)).not.toContain('save');
  });

  test('token-unchanged: the second call in pull mode', async () => {
    const { page, panel } = await openWatched();
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'saved');
    await waitForState(panel);
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'token-unchanged');
    await waitForOutcomes(panel, ['created', 'saved', 'token-unchanged']);
  });

  test('init-pending: while another one runs', async () => {
    story.demo.altcraft.fail('save', { slow: 800 });
    const { page, panel } = await openWatched();
    await page.evaluate(() => {
      void akpush.initSubscription?.({ email: 'a@b.example' });
      void akpush.initSubscription?.({ email: 'a@b.example' });
    });
    await waitForOutcome(panel, 'initSubscription', 'init-pending');
    await waitForOutcomes(panel, ['created', 'saved', 'init-pending']);
  });

  test('running: what it waits for', async () => {
    story.demo.altcraft.fail('save', { slow: 1500 });
    const { page, panel } = await openWatched();
    await page.click('#init');
    await panel.waitForRow({ kind: 'request', name: 'save', status: 'pending' });
    expect(await waitForOutcome(panel, 'initSubscription', 'running')).toContain('save');
    await waitForOutcome(panel, 'initSubscription', 'saved');
  });

  test('called while the page loads: saved afterwards', async () => {
    const { panel } = await openWatched({ auto: 'init' });
    expect(await waitForOutcome(panel, 'initSubscription', 'saved')).toContain('after the page');
  });

  test('waiting-for-load: the page does not end loading', async () => {
    const page = await story.openPage('about:blank');
    const panel = await story.openPanel(page);
    const loading = page.goto(story.shopUrl({ auto: 'init', loading: 'held' }));
    await waitForOutcome(panel, 'initSubscription', 'waiting-for-load');
    story.demo.release();
    await loading;
    await waitForOutcome(panel, 'initSubscription', 'saved');
  });

  test('permission-denied: nothing is done, and nothing is said', async () => {
    const { page, panel } = await openWatched({ prompt: 'browser' });
    await story.browser.setNotifications(story.demo.site, 'denied');
    await page.reload();
    await panel.waitForConnection('connected');
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'permission-denied');
  });

  test('permission-dismissed: the prompt is closed', async () => {
    await story.browser.setNotifications(story.demo.site, 'prompt');
    const { page, panel } = await openWatched({ mode: 'firebase', prompt: 'closed' });
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'permission-dismissed');
  });

  test.skipIf(can.askWithoutGesture)('permission-no-gesture: Firefox does not ask', async () => {
    await story.browser.setNotifications(story.demo.site, 'prompt');
    const { page, panel } = await openWatched({ mode: 'firebase' });
    await page.evaluate(() => void akpush.initSubscription?.({ email: 'a@b.example' }));
    await waitForOutcome(panel, 'initSubscription', 'permission-no-gesture');
  });

  test('granted-before: the build subscribes only while the permission is not asked for', async () => {
    const { page, panel } = await openWatched({ sdk: 'asking-only', prompt: 'browser' });
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.active);
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'granted-before');
  });

  test('worker-missing: there is none, and the SDK does not register one', async () => {
    const { page, panel } = await openWatched({ sdk: 'mute' });
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'worker-missing');
  });

  test('request-failed: an error of the server, which the SDK takes for success', async () => {
    story.demo.altcraft.fail('save', { status: 503 });
    const { page, panel } = await openWatched();
    await page.click('#init');
    const text = await waitForOutcome(panel, 'initSubscription', 'request-failed');
    expect(text).toContain('503');
    await panel.waitForRow({ kind: 'call', name: 'initSubscription', status: 'ok' });
  });

  test.each([
    ['a 4xx', { status: 403 }, '403'],
    ['an error in a 200', { error: 501 }, '501'],
    ['no answer', { unreachable: true }, 'no response'],
  ])('request-failed: %s', async (_title, failure, text) => {
    story.demo.altcraft.fail('save', failure);
    const { page, panel } = await openWatched();
    await page.click('#init');
    expect(await waitForOutcome(panel, 'initSubscription', 'request-failed')).toContain(text);
  });

  test.each([
    ['missing', isFirefox ? 'could not be fetched' : 'returned an error for its script'],
    ['html', 'is not JavaScript'],
  ])('worker-failed: the script is %s', async (worker, text) => {
    const { page, panel } = await openWatched({ worker });
    await page.click('#init');
    expect(await waitForOutcome(panel, 'initSubscription', 'worker-failed')).toContain(text);
  });

  test('subscribe-failed: what the browser says itself', async () => {
    // Chromium: no key in pull mode. Firefox: a key that is no key.
    const { page, panel } = await openWatched(
      isFirefox ? { mode: 'safari', key: 'bad' } : { keyed: '0' },
    );
    await page.click('#init');
    const text = await waitForOutcome(panel, 'initSubscription', 'subscribe-failed');
    expect(text).toContain(isFirefox ? 'not a P-256 public key' : 'no VAPID public key');
  });

  test('sdk-failed: it rejects by itself', async () => {
    const { page, panel } = await openWatched({ config: '{"browsers":null}', prompt: 'browser' });
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.active);
    await page.evaluate(() => akpush.initSubscription?.({}).catch(() => {}));
    expect(await waitForOutcome(panel, 'initSubscription', 'sdk-failed')).toContain('TypeError');
  });
});

describe('updateSubscription', () => {
  test('updated', async () => {
    const { page, panel } = await openWatched();
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'saved');
    await page.click('#update');
    expect(await waitForOutcome(panel, 'updateSubscription', 'updated')).toContain('200');
  });

  test('request-failed, although it resolves ok', async () => {
    const { page, panel } = await openWatched();
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'saved');
    story.demo.altcraft.fail('update', { status: 500 });
    await page.click('#update');
    const text = await waitForOutcome(panel, 'updateSubscription', 'request-failed');
    expect(text).toContain('500');
    expect(text).toContain('status: "ok"');
  });

  test('token-null: in pull mode without a token', async () => {
    // With the permission the SDK registers its worker at page load.
    const { page, panel } = await openWatched({ prompt: 'browser' });
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.active);
    await page.click('#update');
    await waitForOutcome(panel, 'updateSubscription', 'token-null');
  });

  test('no-token: in Firebase mode after removeToken', async () => {
    const { page, panel } = await openWatched({ mode: 'firebase' });
    await panel.click('#tab-state');
    await waitForFact(panel, 'cache.token', { state: 'ok' });
    await panel.click('#tab-timeline');
    await page.click('#remove');
    await waitForOutcome(panel, 'removeToken', 'removed');
    await page.click('#update');
    await waitForOutcome(panel, 'updateSubscription', 'no-token');
  });
});

describe('suspendSubscription', () => {
  test('suspended, and then refused', async () => {
    const { page, panel } = await openWatched();
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'saved');
    await page.click('#suspend');
    await waitForOutcome(panel, 'suspendSubscription', 'suspended');
    story.demo.altcraft.fail('suspend', { error: 404 });
    await page.click('#suspend');
    await waitForOutcome(panel, 'suspendSubscription', 'request-failed');
  });

  test('no-token: nothing to suspend', async () => {
    const { page, panel } = await openWatched();
    await page.click('#suspend');
    await waitForOutcome(panel, 'suspendSubscription', 'no-token');
  });
});

describe('removeToken', () => {
  test('not-found, removed', async () => {
    const { page, panel } = await openWatched();
    await page.click('#remove');
    await waitForOutcome(panel, 'removeToken', 'not-found');
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'saved');
    await page.click('#remove');
    await waitForOutcome(panel, 'removeToken', 'removed');
  });

  test('partly-removed: the endpoint of the page load stays', async () => {
    const { page, panel } = await openWatched();
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'saved');
    await page.reload();
    await panel.waitForConnection('connected');
    await page.click('#remove');
    const text = await waitForOutcome(panel, 'removeToken', 'partly-removed');
    expect(text).toContain('_endpoint_current_token');
  });

  test('remove-failed: the database is not given', async () => {
    const { page, panel } = await openWatched();
    await page.evaluate(async () => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('The database is closing', 'InvalidStateError');
      };
      await AKPush.removeToken();
    });
    const text = await waitForOutcome(panel, 'removeToken', 'remove-failed');
    expect(text).toContain('could not be removed');
  });
});

describe('builds and browsers', () => {
  test('unsupported: a browser that the SDK does not know', async () => {
    const { panel } = await openWatched({ browser: 'unknown' });
    await waitForOutcome(panel, 'constructor', 'unsupported');
  });

  test('unsupported: Opera works in Firebase mode only', async () => {
    const { page, panel } = await openWatched({ browser: 'Opera' });
    await page.click('#init');
    const text = await waitForOutcome(panel, 'initSubscription', 'unsupported');
    expect(text).toContain('Firebase mode only');
  });

  test('unsubscribed, in G1', async () => {
    const { page, panel } = await openWatched({ sdk: 'g1' });
    await page.click('#subscribe');
    await waitForOutcome(panel, 'subscribe', 'saved');
    await page.click('#unsubscribe');
    await waitForOutcome(panel, 'unsubscribe', 'unsubscribed');
  });

  test('unknown: a build that does not do what is known of it', async () => {
    const { page, panel } = await openWatched({ sdk: 'mute' });
    await page.click('#update');
    const text = await waitForOutcome(panel, 'updateSubscription', 'unknown');
    expect(text).toContain('status: "tea"');
  });
});

describe('the details', () => {
  test('say what happened, what proves it, what to do', async () => {
    story.demo.altcraft.fail('save', { status: 503 });
    const { page, panel } = await openWatched();
    await page.click('#init');
    await waitForOutcome(panel, 'initSubscription', 'request-failed');
    await panel.click('[data-name="initSubscription"]');
    await panel.waitFor(
      () => document.querySelector('[data-outcome-note="request-failed"]') !== null,
    );
    await panel.click('[data-outcome-note] .link');
    await panel.waitFor(() => document.querySelector('.details h2')?.textContent === 'save');
  });
});

import { describe, test } from 'vitest';
import type { Page, Panel } from './support/browser';
import { waitForDiagnosis } from './support/findings';
import { waitForOutcome } from './support/outcomes';
import { prepareStory } from './support/story';

/* What people build around AKPush, step by step as a visitor meets it: the verdict, and each finding. Anything else that is said is noise. */

const story = prepareStory();
const browser = process.env.BROWSER === 'firefox' ? 'firefox' : 'chromium';

type Variant = Readonly<Record<string, string>>;

/** A visit, and what somebody does in it. */
interface Visit {
  page: Page;
  panel: Panel;
  /** Presses the site's button, and waits for what became of the call. */
  subscribe(outcome?: string): Promise<void>;
  /** Goes to the shop in another variant. */
  go(variant: Variant): Promise<void>;
  expect(verdict: string, findings: readonly string[]): Promise<void>;
}

interface Case {
  only?: 'chromium' | 'firefox';
  variant?: Variant;
  /** What the browser has to answer about notifications; by default `granted`. */
  permission?: 'prompt';
  visit(visit: Visit): Promise<unknown>;
}

const cases: Readonly<Record<string, Case>> = {
  'the SDK’s script comes late, and the page waits for it': {
    variant: { tag: 'awaited' },
    async visit({ subscribe, expect }) {
      await expect('not-subscribed', []);
      await subscribe();
      await expect('works', []);
    },
  },
  'a policy of nonces alone does not let the worker through': {
    only: 'chromium',
    variant: { csp: 'nonce' },
    async visit({ page, expect }) {
      await page.click('#init');
      await expect('broken', ['worker-forbidden']);
    },
  },
  'a policy with strict-dynamic does': {
    variant: { csp: 'strict-dynamic' },
    async visit({ subscribe, expect }) {
      await subscribe();
      await expect('works', []);
    },
  },
  'a prompt that nobody answers, a second click, and then an answer': {
    only: 'firefox',
    permission: 'prompt',
    variant: { prompt: 'browser' },
    async visit({ page, expect }) {
      await page.click('#init');
      await expect('not-subscribed', ['permission-no-answer']);
      await page.click('#init');
      await expect('not-subscribed', ['permission-no-answer']);
      await story.browser.allowPrompt();
      await expect('works', []);
    },
  },
  'a worker that is slower than a click counts': {
    only: 'firefox',
    permission: 'prompt',
    variant: { prompt: 'browser', worker: 'slow' },
    async visit({ page, expect }) {
      await page.click('#init');
      await expect('broken', ['permission-no-gesture']);
    },
  },
  'a worker that does not end its installation': {
    variant: { worker: 'endless' },
    async visit({ page, expect }) {
      await page.click('#init');
      await expect('broken', ['worker-stuck']);
    },
  },
  'a progressive web app’s worker waits behind the SDK’s': {
    async visit({ subscribe, go, expect }) {
      await subscribe();
      await go({ beside: 'pwa' });
      await expect('limited', ['worker-waiting']);
    },
  },
  'a script unregisters each worker a while after load': {
    async visit({ subscribe, go, expect }) {
      await subscribe();
      await go({ beside: 'cleaner' });
      await expect('broken', ['worker-missing']);
    },
  },
  'another vendor takes the scope and ends the subscription': {
    async visit({ subscribe, go, expect }) {
      await subscribe();
      await go({ beside: 'onesignal' });
      await expect('broken', ['worker-foreign']);
    },
  },
  'the site’s logout clears the SDK’s store': {
    async visit({ page, subscribe, expect }) {
      await subscribe();
      await expect('works', []);
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('localforage');
            opening.onsuccess = () => {
              const cleared = opening.result.transaction('keyvaluepairs', 'readwrite');
              cleared.objectStore('keyvaluepairs').clear();
              cleared.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
      );
      await expect('limited', ['storage-emptied']);
    },
  },
  'the site’s logout clears all data, and page load takes a new token': {
    variant: { mode: 'firebase', prompt: 'allowed' },
    async visit({ page, subscribe, go, expect }) {
      await subscribe();
      await expect('works', []);
      await page.goto(`${story.demo.site}/logout`);
      await go({ mode: 'firebase', prompt: 'browser' });
      await expect('limited', ['storage-emptied']);
    },
  },
  'Firebase mode, the SDK’s worker is a page, and Firebase has its own': {
    variant: { mode: 'firebase', prompt: 'allowed', worker: 'html', fallback: 'ok' },
    async visit({ page, expect }) {
      await page.click('#init');
      await expect('limited', ['worker-type']);
    },
  },
  'an iPhone is emulated where Chrome was subscribed': {
    only: 'chromium',
    async visit({ page, subscribe, expect }) {
      await subscribe();
      await page.puppeteer.setUserAgent({
        userAgent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      });
      await page.reload();
      await expect('limited', ['browser-emulated']);
    },
  },
};

const here = Object.entries(cases).filter(([, { only = browser }]) => only === browser);

describe('real sites', () => {
  test.each(here)('%s', async (_, { variant = {}, permission, visit }) => {
    if (permission) await story.browser.setNotifications(story.demo.site, permission);
    const page = await story.openShop(variant);
    const panel = await story.openPanel(page, 'diagnosis');
    await panel.waitForConnection('connected');
    await visit({
      page,
      panel,
      async subscribe(outcome = 'saved') {
        await page.click('#init');
        await panel.click('#tab-timeline');
        await waitForOutcome(panel, 'initSubscription', outcome);
        await panel.click('#tab-diagnosis');
      },
      go: (changed) => page.goto(story.shopUrl(changed)),
      expect: (verdict, findings) => waitForDiagnosis(panel, verdict, findings),
    });
  });
});

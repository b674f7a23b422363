import { describe, expect, test } from 'vitest';
import { waitForFact } from './support/facts';
import { waitForDiagnosis, waitForFindings } from './support/findings';
import { waitForOutcome } from './support/outcomes';
import { waitForWorkers } from './support/pushes';
import { prepareStory } from './support/story';

/* What is made of Chromium, as far as a Chromium with its user agent shows it: docs/browsers.md. */

const chrome = (name: string, system = 'X11; Linux x86_64'): string =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) ${name}`;

interface Kind {
  sdkName: string;
  agent: string;
  reported: string;
  isFirebaseOnly: boolean;
  /** Not one of the machine that the test runs on. */
  isPhone?: boolean;
}

const kinds: readonly Kind[] = [
  {
    sdkName: 'Yandex Browser',
    agent: chrome('Chrome/120.0.0.0 YaBrowser/24.1.0.0 Safari/537.36'),
    reported: 'Yandex Browser 24, Linux',
    isFirebaseOnly: true,
  },
  {
    sdkName: 'Opera',
    agent: chrome('Chrome/120.0.0.0 Safari/537.36 OPR/106.0.0.0'),
    reported: 'Opera 106, Linux',
    isFirebaseOnly: true,
  },
  {
    // The SDK has no name for Edge.
    sdkName: 'Chrome',
    agent: chrome('Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0'),
    reported: 'Edge 120, Linux',
    isFirebaseOnly: false,
  },
  {
    // It takes no extensions: what DevTools' device emulation shows.
    sdkName: 'Samsung Internet for Android',
    agent: chrome(
      'SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
      'Linux; Android 14; SM-S918B',
    ),
    reported: 'Samsung Internet 23, Android',
    isFirebaseOnly: true,
    isPhone: true,
  },
];

describe.runIf(process.env.BROWSER !== 'firefox').each(kinds)(
  '$reported',
  ({ sdkName, agent, reported, isFirebaseOnly, isPhone = false }) => {
    const story = prepareStory({ chromiumArgs: [`--user-agent=${agent}`] });

    test('without Firebase mode', async () => {
      const page = await story.openShop({ keyed: '0' });
      const panel = await story.openPanel(page, 'diagnosis');
      await panel.waitForConnection('connected');
      await waitForWorkers(page);
      await page.click('#init');
      const finding = isFirebaseOnly ? 'firebase-only-browser' : 'subscribe-no-key';
      if (isPhone) {
        await waitForDiagnosis(panel, 'not-subscribed', ['browser-emulated']);
        const [shown] = await waitForFindings(panel, ['browser-emulated']);
        expect(shown?.follows).toEqual([finding]);
      } else {
        await waitForDiagnosis(panel, 'broken', [finding]);
        const [shown] = await waitForFindings(panel, [finding]);
        if (isFirebaseOnly) expect(shown?.text).toContain(sdkName);
      }
      await panel.click('#tab-timeline');
      await waitForOutcome(
        panel,
        'initSubscription',
        isFirebaseOnly ? 'unsupported' : 'subscribe-failed',
      );
      expect(story.demo.altcraft.requests.map(({ name }) => name)).not.toContain('save');
    });

    test('in Firebase mode', async () => {
      // One who has not been asked yet: else the token is cached at page load, and the call saves nothing.
      const page = await story.openShop({ mode: 'firebase', prompt: 'allowed' });
      const panel = await story.openPanel(page, 'diagnosis');
      await panel.waitForConnection('connected');
      await page.click('#init');
      const { body } = await story.demo.altcraft.next('save');
      expect(body).toMatchObject({ provider: `${sdkName.replaceAll(' ', '')}Firebase` });
      if (isPhone) await waitForDiagnosis(panel, 'limited', ['browser-emulated']);
      else await waitForDiagnosis(panel, 'works', []);
      await panel.click('#tab-state');
      await waitForFact(panel, 'sdk.browser', {
        state: 'ok',
        text: sdkName,
        ...(isFirebaseOnly && { note: 'In this browser the SDK works in Firebase mode only.' }),
      });
      await waitForFact(panel, 'sdk.mode', {
        text: 'firebase: the Firebase library shows the push',
      });
      await waitForFact(panel, 'worker.browser', { state: 'ok', text: sdkName });
      const scripts = await page.evaluate(async () =>
        (await navigator.serviceWorker.getRegistrations()).map(
          ({ active }) => active?.scriptURL ?? '',
        ),
      );
      expect(scripts.map((url) => new URL(url).searchParams.get('browser'))).toEqual([sdkName]);
    });

    test('a report names the browser', async () => {
      const page = await story.openShop();
      const panel = await story.openPanel(page);
      await panel.waitForRow({ kind: 'sdk' });
      await panel.click('[data-action="open-export"]');
      await panel.click('[name="export-format"][value="report"]');
      await panel.click('[data-action="save-export"]');
      expect((await story.browser.takeDownload()).text).toContain(reported);
    });
  },
);

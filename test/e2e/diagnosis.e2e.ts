import { describe, expect, test } from 'vitest';
import { rules } from '../../lib/diagnosis/rules';
import { type Fault, faults, notHere } from '../demo/faults';
import type { Page, Panel } from './support/browser';
import { setField } from './support/fields';
import { waitForChain, waitForFindings } from './support/findings';
import { waitForOutcome } from './support/outcomes';
import { poll } from './support/poll';
import { prepareStory } from './support/story';

/* The first screen: what is wrong with a site, in a real browser; and nothing on sites where nothing is. */

const story = prepareStory();
const isFirefox = process.env.BROWSER === 'firefox';

type Variant = Readonly<Record<string, string>>;

const openDiagnosed = async (variant: Variant = {}): Promise<{ page: Page; panel: Panel }> => {
  const page = await story.openShop(variant);
  const panel = await story.openPanel(page, 'diagnosis');
  return { page, panel };
};

/** Goes to the timeline, waits for an outcome, and comes back. */
const waitForCall = async (panel: Panel, name: string, outcome: string): Promise<void> => {
  await panel.click('#tab-timeline');
  await waitForOutcome(panel, name, outcome);
  await panel.click('#tab-diagnosis');
};

/** Sends a push from the panel and waits for what became of it. */
const sendPush = async (panel: Panel, { broken, fields = {} }: Fault): Promise<void> => {
  await panel.click('#tab-push');
  // The page is still subscribing: until it is, all that can be shown is a notification.
  await panel.waitFor(
    () =>
      ['worker', 'real'].includes(
        document.querySelector<HTMLSelectElement>('[name=push-way]')?.value ?? '',
      ) && document.querySelector('[data-mode-other]') === null,
  );
  for (const [name, value] of Object.entries(fields))
    await setField(
      panel,
      `[name=push-${name}]`,
      value.replace('{altcraft}', story.demo.altcraft.url),
    );
  if (broken) await panel.click(`[data-break="${broken}"]`);
  await panel.click('[data-action=send-push]');
  await poll('the push has ended', () =>
    panel.evaluate(() => {
      const outcome = document.querySelector<HTMLElement>('.call-result')?.dataset.outcome;
      return outcome !== undefined && outcome !== 'running';
    }),
  );
};

/** What somebody does in the panel before the finding is there. */
const doInPanel = async (panel: Panel, fault: Fault): Promise<void> => {
  const { panel: step } = fault;
  if (!step) return;
  if (step === 'inspect-script') {
    await panel.click('#tab-state');
    await panel.click('[data-sdk="yes"] [data-action="inspect-script"]');
    await panel.waitFor(() => document.querySelector('[data-report]') !== null);
  } else await sendPush(panel, fault);
  if (step === 'send-push-and-click') {
    await panel.click('[data-action=click-notification]');
    await poll('the click', () =>
      panel.evaluate(
        () => document.querySelector<HTMLElement>('.call-result')?.dataset.outcome === 'clicked',
      ),
    );
  }
  await panel.click('#tab-diagnosis');
};

describe('every rule', () => {
  test('has a page that brings it about, or a reason why none can', () => {
    expect([...Object.keys(faults), ...Object.keys(notHere)].sort()).toEqual(
      rules.map(({ id }) => id).sort(),
    );
  });

  const name = isFirefox ? 'firefox' : 'chromium';
  const here = Object.entries(faults).filter(([, { only = name }]) => only === name);
  test.each(here)('%s', async (id, fault) => {
    if (fault.permission) await story.browser.setNotifications(story.demo.site, fault.permission);
    const page = await story.openShop({}, `/fault/${id}`);
    const panel = await story.openPanel(page, 'diagnosis');
    await doInPanel(panel, fault);
    const wanted = [id, ...(fault.also ?? [])];
    const found = await waitForFindings(panel, wanted);
    // No finding without proof.
    expect(found.every(({ evidence, text }) => evidence > 0 && text !== '')).toBe(true);
  });
});

describe('who answered', () => {
  const sentence = (panel: Panel, id: string) =>
    poll('the finding', () =>
      panel.evaluate(
        (wanted) => document.querySelector(`[data-finding="${wanted}"]`)?.textContent ?? '',
        id,
      ),
    );

  test('a header that the page’s fetch adds is named', async () => {
    const { page, panel } = await openDiagnosed({ fetch: 'traced', keyed: '1' });
    await page.click('#init');
    expect(await sentence(panel, 'server-unreachable')).toContain('traceparent');
  });
});

describe('healthy sites have no findings', () => {
  for (const sdk of ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'])
    for (const mode of ['pull', 'firebase'])
      test(`${sdk} in ${mode} mode, before and after subscribing`, async () => {
        const { page, panel } = await openDiagnosed({ sdk, mode });
        // In Firebase mode the token is cached at page load, from G5 on without a save, and `initSubscription` does nothing: the SDK's own first surprise.
        const isNotSaved = mode === 'firebase' && sdk >= 'g5';
        await waitForFindings(panel, isNotSaved ? ['token-not-saved'] : []);
        if (mode === 'firebase') return;
        await page.click('#init');
        await waitForCall(panel, 'initSubscription', 'saved');
        await waitForFindings(panel, []);
        await page.reload();
        await panel.waitForConnection('connected');
        await waitForFindings(panel, []);
        await waitForChain(panel, { sdk: 'ok', worker: 'ok', subscription: 'ok', token: 'ok' });
      });

  test('Safari mode', async () => {
    const { page, panel } = await openDiagnosed({ mode: 'safari' });
    await waitForFindings(panel, []);
    await page.click('#init');
    await waitForCall(panel, 'initSubscription', 'saved');
    await waitForFindings(panel, []);
  });
});

import { expect, test } from 'vitest';
import type { Panel } from './support/browser';
import { chooseFile } from './support/fields';
import { waitForOutcome } from './support/outcomes';
import { waitForWorkers } from './support/pushes';
import { prepareStory } from './support/story';

/* A tester says once what the site must do, and the panel says whether it does. */

const story = prepareStory();

const chooseContract = (panel: Panel, text: string): Promise<void> =>
  chooseFile(panel, '[name="contract-file"]', text, 'edited.json');

const waitForCounts = (panel: Panel, failed: number): Promise<boolean> =>
  panel.waitFor((count: number) => {
    const view = document.querySelector<HTMLElement>('[data-view="contract"]');
    return Number(view?.dataset.met) > 0 && view?.dataset.failed === String(count);
  }, failed);

const expectedOf = (panel: Panel, name: string): Promise<string | null | undefined> =>
  panel.evaluate(
    (wanted: string) =>
      document.querySelector(`.row[data-name="${wanted}"]`)?.getAttribute('data-expected'),
    name,
  );

test('a contract is made with one click, saved, edited and opened again; what fails is red at its row, a finding, and remembered for the site', async () => {
  const page = await story.openShop();
  const panel = await story.openPanel(page, 'timeline');
  await panel.waitForConnection('connected');
  await waitForWorkers(page);
  await page.click('#init');
  await waitForOutcome(panel, 'initSubscription', 'saved');
  await story.demo.altcraft.next('save');
  await panel.click('#tab-contract');
  await panel.waitFor(() => document.querySelector('[data-action="make-contract"]') !== null);
  await panel.click('[data-action="make-contract"]');
  await waitForCounts(panel, 0);
  await panel.click('[data-action="save-contract"]');
  const { text, name } = await story.browser.takeDownload();
  expect(name).toMatch(/^localhost.*\.contract\.json$/);
  expect(text).not.toContain('mira');
  const contract = JSON.parse(text);
  expect(contract.calls).toMatchObject([{ method: 'initSubscription', ends: 'ok' }]);
  expect(contract.requests).toMatchObject([{ name: 'save', answer: 'accepted' }]);
  await panel.click('#tab-timeline');
  await panel.waitFor(() => document.querySelector('.row[data-expected="met"]') !== null);
  expect(await expectedOf(panel, 'save')).toBe('met');

  contract.calls[0].match = { required: { phone: { type: 'string' } } };
  await panel.click('#tab-contract');
  await panel.waitFor(() => document.querySelector('[name="contract-file"]') !== null);
  await chooseContract(panel, JSON.stringify(contract));
  await waitForCounts(panel, 1);
  await panel.click('#tab-diagnosis');
  await panel.waitFor(
    () =>
      document.querySelector(
        '[data-finding="expectation-failed"][data-expectation="calls.0.match.required.phone"]',
      ) !== null,
  );

  const next = await story.openPanel(page, 'timeline');
  await next.waitFor(
    () =>
      document
        .querySelector('.row[data-name="initSubscription"]')
        ?.getAttribute('data-expected') === 'failed',
  );
  expect(await expectedOf(next, 'save')).toBe('met');
  await next.click('#tab-contract');
  await waitForCounts(next, 1);
  await next.click('[data-action="remove-contract"]');
  await next.click('[data-action="confirm"]');
  await next.waitFor(() => document.querySelector('[data-expectation]') === null);
});

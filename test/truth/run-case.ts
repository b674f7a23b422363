import { faults } from '../demo/faults';
import type { Panel } from '../e2e/support/browser';
import { waitForOutcome } from '../e2e/support/outcomes';
import { poll } from '../e2e/support/poll';
import { waitForWorkers } from '../e2e/support/pushes';
import type { Story } from '../e2e/support/story';
import { doInPanel } from './do-in-panel';
import { type AnswerKind, judgeCase, type Seen } from './judge-case';
import type { TruthCase, Visit } from './truth-case';

/** What was said of a case, and how right it is. */
export interface CaseResult {
  id: string;
  answer: AnswerKind;
  /** At the moment that was not right, else at the last one. */
  seen: Seen;
  /** Which moment that was, from 1. */
  moment: number;
}

/** What the Diagnosis view says; `null` before the first diagnosis. */
const readSeen = (panel: Panel): Promise<Seen | null> =>
  panel.evaluate(() => {
    const view = document.querySelector<HTMLElement>('[data-view="diagnosis"][data-read]');
    if (!view) return null;
    const cards = [...view.querySelectorAll<HTMLElement>('[data-finding]')];
    return {
      verdict: view.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict ?? '',
      findings: cards.map((card) => card.dataset.finding ?? '').sort(),
      isHealthy: view.dataset.healthy === 'yes',
      text: cards.map((card) => card.textContent ?? '').join('\n'),
      offers: cards.flatMap((card) =>
        [...card.querySelectorAll<HTMLElement>('[data-action]')].map(
          (each) => each.dataset.action ?? '',
        ),
      ),
    };
  });

/** Before the first diagnosis. */
export const nothing: Seen = { verdict: '', findings: [], isHealthy: false, text: '', offers: [] };

/** A case in a browser: ends when what is said is right, or has not become so in a long time. The page and its panel are left open. */
export const runCase = async (
  story: Story,
  truth: TruthCase,
): Promise<{ result: CaseResult; panel: Panel }> => {
  const { id, kind, fault, variant, permission, moments } = truth;
  const { browser, demo } = story;
  if (permission) await browser.setNotifications(demo.site, permission);
  const page = await story.openShop(variant, fault === undefined ? '/' : `/fault/${fault}`);
  const panel = await story.openPanel(page, 'diagnosis');
  const visit: Visit = {
    page,
    panel,
    fail: (name, failure) =>
      failure ? demo.altcraft.fail(name, failure) : demo.altcraft.fail(name, {}, 0),
    answer: (given) => browser.setNotifications(demo.site, given),
    async subscribe(outcome = 'saved') {
      await waitForWorkers(page);
      await page.click('#init');
      await panel.click('#tab-timeline');
      await waitForOutcome(panel, 'initSubscription', outcome);
      await panel.click('#tab-diagnosis');
    },
    release: () => demo.release(),
    go: (changed) => page.goto(story.shopUrl(changed)),
  };
  if (fault !== undefined) await doInPanel(panel, faults[fault] ?? {}, demo.altcraft.url);
  let seen = nothing;
  for (const [at, { does, ...right }] of moments.entries()) {
    await does?.(visit);
    const judge = () => judgeCase(right, seen, kind);
    await poll('right answer', async () => {
      seen = (await readSeen(panel)) ?? nothing;
      return judge() === 'right';
    }).catch(() => {});
    const answer = judge();
    if (answer !== 'right') return { result: { id, answer, seen, moment: at + 1 }, panel };
  }
  return { result: { id, answer: 'right', seen, moment: moments.length }, panel };
};

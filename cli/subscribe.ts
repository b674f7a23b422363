import { subscribing } from '../lib/diagnosis/ask-outcome';
import { type JobAnswer, type PageJob, runPageJob } from '../lib/injected/page-job';
import type { Session } from '../lib/model/session';
import { CouldNotCheck } from './could-not-check';
import type { OpenPage } from './open-page';

const run = async ({ byGesture }: OpenPage, job: PageJob): Promise<JobAnswer> => {
  const answer = await byGesture<JobAnswer>(`(${runPageJob})(${JSON.stringify(job)})`);
  if (!answer) throw new CouldNotCheck('The page did not answer.');
  return answer;
};

/** Clicks an element of the page as a user does. */
const click = async ({ page }: OpenPage, selector: string): Promise<void> => {
  try {
    await page.locator(selector).setTimeout(10_000).click();
  } catch (error) {
    throw new CouldNotCheck(`--click ${selector}: ${(error as Error).message}`);
  }
};

/** Calls the SDK's own `initSubscription`, by the page's instance where it has one. */
const call = async (open: OpenPage): Promise<void> => {
  const survey = await run(open, { type: 'survey' });
  const instance = ('ok' in survey && survey.ok?.instances?.[0]) || '';
  const answer = await run(open, {
    type: 'call',
    method: 'initSubscription',
    args: [{}],
    given: [true],
    instance,
    config: null,
    hasConfig: false,
  });
  if ('failed' in answer)
    throw new CouldNotCheck(`initSubscription could not be called: ${answer.failed.message}`);
};

/** Subscribes, by a click or by the SDK's own call. */
export const subscribe = (open: OpenPage, selector: string | undefined): Promise<void> =>
  selector === undefined ? call(open) : click(open, selector);

/** How many calls that subscribe a session has. */
export const countSubscribing = ({ pages, entries }: Session): number =>
  entries.filter(
    ({ kind, name, page }) =>
      kind === 'call' &&
      (subscribing as readonly string[]).includes(name) &&
      page === pages.at(-1)?.number,
  ).length;

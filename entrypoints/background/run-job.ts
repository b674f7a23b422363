import browser from 'webextension-polyfill';
import {
  type JobAnswer,
  type PageJob,
  type PageSurvey,
  runPageJob,
} from '../../lib/injected/page-job';
import { fromWire } from '../../lib/messaging/error-wire';
import type { FrameAddress } from '../../lib/protocol/page';
import { openSession } from './debugger-session';
import { browserDebugger } from './hold-target';

/** How long a page may take to begin a call, milliseconds. */
const jobTimeoutMs = 30_000;

const plainly = async ({ tab, frame }: FrameAddress, job: PageJob): Promise<JobAnswer> => {
  const [ran] = await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    world: 'MAIN' as never,
    func: runPageJob as never,
    args: [job],
  });
  const { result, error } = (ran ?? {}) as { result?: JobAnswer; error?: unknown };
  if (!result) throw new Error(error ? String(error) : 'The page did not answer.');
  return result;
};

/** A page's Chromium activation lasts for some seconds: what the SDK does first is covered by it. */
const asByClick = async (tabId: number, job: PageJob): Promise<JobAnswer> => {
  const tab = await openSession({ tabId });
  try {
    const { result, exceptionDetails } = await tab.send(
      'Runtime.evaluate',
      {
        expression: `(${runPageJob})(${JSON.stringify(job)})`,
        userGesture: true,
        returnByValue: true,
      },
      jobTimeoutMs,
    );
    const answer = result?.value as JobAnswer | undefined;
    if (!answer) throw new Error(exceptionDetails?.text ?? 'The page did not answer.');
    return answer;
  } finally {
    await tab.detach();
  }
};

/** The scripts of the workers that run now. Asking attaches to nothing: the browser shows no bar. */
export const runningWorkers = async (): Promise<string[] | null> => {
  const targets = await browserDebugger()
    ?.getTargets()
    .catch(() => null);
  return targets?.filter(({ type }) => type === 'worker').map(({ url }) => url) ?? null;
};

/** Does what a panel asks for in a page's own world. Rejects with what the page threw. */
export const runJob = async (
  address: FrameAddress,
  job: PageJob,
  withGesture: boolean,
): Promise<PageSurvey | null> => {
  const answer = withGesture ? await asByClick(address.tab, job) : await plainly(address, job);
  if ('failed' in answer) throw fromWire(answer.failed);
  return answer.ok;
};

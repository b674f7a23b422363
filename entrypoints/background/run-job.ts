import browser, { type Runtime } from 'webextension-polyfill';
import { type JobAnswer, type PageJob, runPageJob } from '../../lib/injected/page-job';
import {
  isJobMessage,
  isRunningMessage,
  type JobMessage,
  type RunningAnswer,
} from '../../lib/protocol/job-message';
import { browserDebugger } from './browser-debugger';
import { isOwnPage } from './is-own-page';
import { attachTab } from './tab-target';

/** How long a page may take to begin a call, milliseconds. */
const jobPatience = 30_000;

const plainly = async ({ tab, frame }: JobMessage['address'], job: PageJob): Promise<JobAnswer> => {
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
  const tab = await attachTab(tabId);
  try {
    const { result, exceptionDetails } = await tab.send<{
      result?: { value?: JobAnswer };
      exceptionDetails?: { text: string };
    }>(
      'Runtime.evaluate',
      {
        expression: `(${runPageJob})(${JSON.stringify(job)})`,
        userGesture: true,
        returnByValue: true,
      },
      { patience: jobPatience },
    );
    if (!result?.value) throw new Error(exceptionDetails?.text ?? 'The page did not answer.');
    return result.value;
  } finally {
    await tab.detach();
  }
};

/** The scripts of the workers that run now. Asking attaches to nothing: the browser shows no bar. */
export const tellRunning = (
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<RunningAnswer> | undefined => {
  if (!isRunningMessage(message) || !isOwnPage(sender)) return undefined;
  const api = browserDebugger();
  if (!api) return Promise.resolve(null);
  return api.getTargets().then(
    (targets) => targets.filter(({ type }) => type === 'worker').map(({ url }) => url),
    () => null,
  );
};

/** Does what a panel asks for in a page's own world; no page and no content script may ask. */
export const runJob = (
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<JobAnswer> | undefined => {
  if (!isJobMessage(message) || !isOwnPage(sender)) return undefined;
  const { job, address, withGesture } = message;
  const ran = withGesture ? asByClick(address.tab, job) : plainly(address, job);
  // An error would lose its name on the way.
  return ran.catch((error: Error) => ({
    failed: { name: error.name, message: error.message },
  }));
};

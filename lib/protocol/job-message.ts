import type { PageJob } from '../injected/page-job';
import type { FrameAddress } from './page';

/**
 * What the panel asks of the background, which alone may run something in a page's world. `withGesture`: as if the user had clicked in the page,
 * where the browser lets an extension do that (Chromium, by its debugger).
 */
export interface JobMessage {
  job: PageJob;
  address: FrameAddress;
  withGesture: boolean;
}

/** Asks for the scripts of the workers that run now. The answer is `null` where the browser does not tell. */
export interface RunningMessage {
  runningWorkers: true;
}
export type RunningAnswer = string[] | null;

/** Whether a message asks for that. */
export const isRunningMessage = (message: unknown): message is RunningMessage =>
  typeof message === 'object' && message !== null && 'runningWorkers' in message;

/** Whether a message asks for a job. It comes from the extension's own pages: who may send it is checked by sender. */
export const isJobMessage = (message: unknown): message is JobMessage =>
  typeof message === 'object' && message !== null && 'job' in message && 'address' in message;

import type { PageJob, PageSurvey } from '../injected/page-job';
import type { Delivered, Delivery } from './delivery';
import type { FrameAddress } from './page';
import type { RecordAnswer } from './recording';
import type { SeenTab } from './tab-status';
import type { TokenAnswer, TokenQuestion } from './token-question';

/*
 * All that the background is asked, by who may ask it: `lib/messaging/serve.ts` checks that. A request is a message, as that starts a background
 * which the browser has stopped; what lasts goes over a port (`port-name.ts`).
 */

/** What the extension's own pages ask: panel, popup. */
export interface OwnPageRequests {
  /**
   * Does something in a page's own world, which only the background can reach; rejects with what the page threw. `withGesture`: as if the user had
   * clicked in the page, where the browser lets an extension do that (Chromium, by its debugger).
   */
  runJob(address: FrameAddress, job: PageJob, withGesture: boolean): PageSurvey | null;
  /** Brings a push to a worker, and tells what that did with it. */
  deliver(delivery: Delivery): Delivered;
  /** The scripts of the workers that run now; `null` where the browser does not tell. */
  runningWorkers(): string[] | null;
  /** Whether the extension may send requests to an address's host: in Firefox's DevTools a panel cannot ask the browser itself. */
  hasHostAccess(url: string): boolean;
  /** Has remembered what became of a token, and asks what is remembered. */
  askTokens(question: TokenQuestion): TokenAnswer;
  /** For the toolbar button. */
  markTab(seen: SeenTab): void;
  /** Looks for the page again that a frame shows. */
  lookAgain(address: FrameAddress): void;
  reloadTab(tab: number): void;
  /** Shows one of the browser's own pages that advice names, in a tab; in Chromium alone. */
  openSettings(address: string): void;
  recordingOf(tab: number): RecordAnswer;
  startRecording(tab: number): RecordAnswer;
  stopRecording(tab: number): RecordAnswer;
  /** What a recording that could not be kept holds in the memory, beginning with an entry: a `RecordRest` as JSON text. */
  restOfRecording(tab: number, from: number): string;
}

/** What the extension's scripts in a page ask, about the frame that the browser says they are in. They give nothing with it. */
export interface ContentScriptRequests {
  /** AKPush was found in the frame, or a frame that has none has noted an error about it. */
  sdkFound(): void;
  /** The line of a recorded page was closed: whether the page still is recorded. That wakes the background, which goes on with it. */
  isRecorded(): boolean;
}

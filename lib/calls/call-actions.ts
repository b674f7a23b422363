import type { PageSurvey } from '../injected/page-job';
import type { Json } from '../model/json';
import type { ReadyCall } from './call-draft';

/** How a call is begun: at once, as if the user had clicked (Chromium), or by the user's next click in the page. */
export const runModes = ['plain', 'gesture', 'click'] as const;
export type RunMode = (typeof runModes)[number];

/** A call that was begun. */
export interface BegunCall {
  /** Its entry in the session; `null` when it was made, but is not in the timeline. */
  key: string | null;
  /** Milliseconds from the request to the call's entry. */
  took: number;
}

/** What the panel can do with the page's SDK. Each rejects with an Error in the browser's or the page's words. */
export interface CallActions {
  /** What the page has for calls. */
  survey(): Promise<PageSurvey>;
  /** Begins a call; `null` when the user did not want to click in the page. */
  run(call: ReadyCall, mode: RunMode): Promise<BegunCall | null>;
  /** Asks for the permission to show notifications at the user's next click in the page; `false` when the user did not want to click. */
  askPermission(): Promise<boolean>;
  /** Takes the bar away that waits for a click in the page. */
  dropClick(): void;
  /** Listens to an event of the SDK as the page would, or stops. */
  listen(event: string, isOn: boolean): Promise<void>;
  /** Emits an event of the SDK; resolves with the key of its entry. */
  emit(event: string, payload: Json): Promise<string | null>;
  /** Whether this browser gives extensions a user gesture. */
  hasGesture: boolean;
}

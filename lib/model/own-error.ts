import type { ErrorData } from './entry';
import type { MessageKey } from './message-key';

/** Failures that are ours, not those of a page, a server or a browser, and the message that words each. */
export const ownErrors = {
  WorkerStopped: 'liveWorkerStopped',
  PageSilent: 'pageDidNotAnswer',
  NoWorker: 'wayNoWorker',
  NoSubscription: 'wayNoSubscription',
  NoFcmToken: 'wayFirebaseNoToken',
  NothingToShow: 'previewNone',
  DebuggerElsewhere: 'debuggerElsewhere',
  DebuggerRefused: 'debuggerRefused',
  DebuggerByPolicy: 'debuggerByPolicy',
  PanelClosed: 'panelClosedMeanwhile',
  NotRedacted: 'notRedacted',
} as const satisfies Readonly<Record<string, MessageKey>>;

export type OwnErrorName = keyof typeof ownErrors;

/** Whether an error is called as one of ours. */
export const isOwnName = (name: string): name is OwnErrorName => Object.hasOwn(ownErrors, name);

/** One of our errors as an entry has it: its name alone, as a message would be in somebody's language. */
export const ownError = (name: OwnErrorName): ErrorData => ({ name, message: '' });

/** An error as an entry has it: what one of ours says to whoever sees it happen is left out. */
export const recordedError = ({ name, message }: Error): ErrorData =>
  isOwnName(name) ? ownError(name) : { name, message };

import { draft, end } from './log';
import { listen, read, safe } from './natives';
import { isInSdk, isSdkScript } from './sdk-script';
import { errorName, errorToJson, stackOf, toJson } from './to-json';

/** Records an error that the page has not caught, or that a worker's registration ended with. */
export const recordError = (
  source: 'error' | 'unhandledrejection' | 'worker-registration',
  error: unknown,
  script?: string,
): void => {
  const entry = draft('error', errorName(error));
  entry.detail.source = `"${source}"`;
  entry.detail.error = errorToJson(error);
  entry.detail.script = toJson(script ?? null);
  end(entry, 'failed');
};

/** An uncaught error, or a rejection. */
const onEvent = (event: Event): void => {
  safe(() => {
    const source = read(event, 'type') as 'error' | 'unhandledrejection';
    const error = read(event, source === 'error' ? source : 'reason');
    const script = read(event, 'filename') as string;
    if (isSdkScript(script) || isInSdk(stackOf(error)))
      recordError(source, error || read(event, 'message'), script);
  });
};

/** Records uncaught errors and rejections that come from the SDK's own script; called again, puts back what was taken off the window. */
export const watchErrors = (): void => {
  listen(window, 'error', onEvent);
  listen(window, 'unhandledrejection', onEvent);
};

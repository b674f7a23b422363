import { draft, end } from './log';
import { listen, safe } from './natives';
import { isInSdk, isSdkScript } from './sdk-script';
import { errorName, errorToJson, stackOf, toJson } from './to-json';

/** Records an error that the page has not caught, or that a worker's registration ended with. */
export const recordError = (
  source: 'error' | 'unhandledrejection' | 'worker-registration',
  error: unknown,
  script: string | null = null,
): void => {
  const entry = draft('error', errorName(error));
  entry.detail.source = `"${source}"`;
  entry.detail.error = errorToJson(error);
  entry.detail.script = toJson(script);
  end(entry, 'failed');
};

const onError = ({ error, message, filename }: ErrorEvent): void => {
  if (isSdkScript(filename) || isInSdk(stackOf(error)))
    recordError('error', error || message, filename);
};

const onRejection = ({ reason }: PromiseRejectionEvent): void => {
  if (isInSdk(stackOf(reason))) recordError('unhandledrejection', reason);
};

/** Records uncaught errors and rejections that come from the SDK's own script. */
export const watchErrors = (): void => {
  const watch = (type: string, use: (event: never) => void): void =>
    listen(window, type, (event: Event) => {
      safe(() => use(event as never));
    });
  watch('error', onError);
  watch('unhandledrejection', onRejection);
};

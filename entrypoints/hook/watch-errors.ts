import { keepListening } from './listening';
import { draft, end } from './log';
import { read, safe } from './natives';
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

const onError = (event: Event): void => {
  const error = read(event, 'error');
  const script = read(event, 'filename') as string;
  if (isSdkScript(script) || isInSdk(stackOf(error)))
    recordError('error', error || read(event, 'message'), script);
};

const onRejection = (event: Event): void => {
  const reason = read(event, 'reason');
  if (isInSdk(stackOf(reason))) recordError('unhandledrejection', reason);
};

/** Records uncaught errors and rejections that come from the SDK's own script. */
export const watchErrors = (): void => {
  const watch = (type: string, use: (event: Event) => void): void =>
    keepListening(window, type, (event) => {
      safe(() => use(event));
    });
  watch('error', onError);
  watch('unhandledrejection', onRejection);
};

import type { Driver } from './driver';

/** The argument with which Firefox lets itself be reached, beside its pages. Source: Firefox, `remote/`, `RemoteAgent.sys.mjs`. */
export const systemArgument = '-remote-allow-system-access';

/** Runs functions in Firefox itself, where requests of all pages and workers pass. */
export interface FirefoxSystem {
  /** Runs an expression there; gives its value, a text. */
  run(expression: string): Promise<string>;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** The way into a Firefox that was started with `systemArgument`; rejects where it was not. */
export const firefoxSystem = async ({ send }: Pick<Driver, 'send'>): Promise<FirefoxSystem> => {
  const { contexts } = await send<{ contexts: readonly { context: string }[] }>(
    'browsingContext.getTree',
    { 'moz:scope': 'chrome' },
  );
  const [window] = contexts;
  return {
    async run(expression) {
      const { type, result, exceptionDetails } = await send<Evaluated>('script.evaluate', {
        expression,
        target: { context: window?.context },
        awaitPromise: true,
      });
      if (type === 'exception') throw new Error(exceptionDetails?.text);
      return result?.value ?? '';
    },
  };
};

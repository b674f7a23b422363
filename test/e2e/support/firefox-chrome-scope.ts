import type { Browser as PuppeteerBrowser } from 'puppeteer-core';
import type { Remote } from './browser';
import { remoteText } from './remote-text';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: never }>;
}

interface ScriptResult {
  type: string;
  exceptionDetails?: { text: string };
  result?: { value?: string };
}

/** The ways into Firefox that puppeteer does not offer. */
export interface FirefoxScopes {
  send<Result>(method: string, params: object): Promise<Result>;
  /** Runs a function in the browser window's own document, with all of the browser's rights. */
  chrome<Args extends unknown[], Result>(fn: Remote<Args, Result>, ...args: Args): Promise<Result>;
  /**
   * Runs a function's text in the document of a tab. Firefox takes away the user's activation before, or gives it: without `isActivated` a click
   * that something waits for, as copying does, would be none.
   */
  evaluate(
    context: string,
    fn: string,
    args: readonly unknown[],
    isActivated?: boolean,
  ): Promise<string | undefined>;
}

/** Opens the scopes; Firefox must have been started with --remote-allow-system-access. */
export const openScopes = async (browser: PuppeteerBrowser): Promise<FirefoxScopes> => {
  // puppeteer's own connection: it has no public way to send a command.
  const { connection } = browser as PuppeteerBrowser & { connection: BidiConnection };
  const send: FirefoxScopes['send'] = async (method, params) =>
    (await connection.send(method, params)).result;
  const evaluate: FirefoxScopes['evaluate'] = async (context, fn, args, isActivated = false) => {
    const answer = await send<ScriptResult>('script.evaluate', {
      expression: remoteText(fn, args),
      target: { context },
      awaitPromise: true,
      userActivation: isActivated,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result?.value;
  };
  const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const window = tree.contexts[0]?.context as string;
  return {
    send,
    evaluate,
    async chrome(fn, ...args) {
      const json = await evaluate(window, String(fn), args);
      return json === undefined ? undefined : JSON.parse(json);
    },
  };
};

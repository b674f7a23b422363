import type { Page } from 'puppeteer-core';
import type { Driver } from './driver';
import type { PageScripts } from './page-scripts';
import type { Exchange, ExchangeAnswer, StandInWorld } from './stand-in';

/** The isolated world's name. No page can see it. */
const sandbox = 'akpush-inspector';

/** A tab that is watched from its first document on. */
export interface OpenPage {
  page: Page;
  /** Runs an expression in the isolated world; gives its value, which must be JSON. */
  isolated<Result>(expression: string): Promise<Result | undefined>;
  /** Runs an expression in the page's own world, as a user does it that has just clicked. */
  byGesture<Result>(expression: string): Promise<Result | undefined>;
  exchange(given: Exchange): Promise<ExchangeAnswer | undefined>;
  /** Goes to an address; ends when the document has come and rejects where none does. */
  go(url: string): Promise<void>;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** Runs in the isolated world: must be complete in itself. */
const exchangeHere = (given: Exchange): ExchangeAnswer | undefined =>
  (globalThis as StandInWorld).akpushExchange?.(given);

/** Opens a tab, with hook, keeper, bridge and reader in each of its documents. */
export const openPage = async (
  { newPage, send, contextOf }: Driver,
  { hook, isolated: keeper }: PageScripts,
): Promise<OpenPage> => {
  const page = await newPage();
  const context = contextOf(page);
  const contexts = [context];
  await send('script.addPreloadScript', { functionDeclaration: hook, contexts });
  await send('script.addPreloadScript', { functionDeclaration: keeper, contexts, sandbox });
  // Nobody is there to close it, and it would stop the page.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));

  const evaluate = async <Result>(
    expression: string,
    target: object,
    userActivation: boolean,
  ): Promise<Result | undefined> => {
    const answer = await send<Evaluated>('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target,
      awaitPromise: true,
      userActivation,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    const text = answer.result?.value;
    return text === undefined ? undefined : JSON.parse(text);
  };
  const isolated: OpenPage['isolated'] = (expression) =>
    evaluate(expression, { context, sandbox }, false);
  return {
    page,
    isolated,
    byGesture: (expression) => evaluate(expression, { context }, true),
    exchange: (given) => isolated(`(${exchangeHere})(${JSON.stringify(given)})`),
    go: (url) => send('browsingContext.navigate', { context, url, wait: 'none' }),
  };
};

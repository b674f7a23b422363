import type { Driver } from './driver';
import type { PageScripts } from './page-scripts';
import {
  asJsonText,
  exchangeBy,
  fromJsonText,
  isolatedWorld,
  type ReachedPage,
} from './reach-page';

/** A page that is reached by WebDriver BiDi, and the ids of the scripts that its documents get. */
export interface BidiPage extends ReachedPage {
  preloads: readonly string[];
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** Brings the scripts into each document that a tab will show, before those of the page. `context`: the tab. */
export const reachByBidi = async (
  { send }: Pick<Driver, 'send'>,
  context: string,
  scripts: PageScripts,
): Promise<BidiPage> => {
  const contexts = [context];
  const preload = async (functionDeclaration: string, more: object): Promise<string> =>
    (
      await send<{ script: string }>('script.addPreloadScript', {
        functionDeclaration,
        contexts,
        ...more,
      })
    ).script;
  const hook = await preload(scripts.hook, {});
  const isolatedScripts = await preload(scripts.isolated, { sandbox: isolatedWorld });

  const evaluate = async <Result>(
    expression: string,
    target: object,
    userActivation: boolean,
  ): Promise<Result | undefined> => {
    const answer = await send<Evaluated>('script.evaluate', {
      expression: asJsonText(expression),
      target,
      awaitPromise: true,
      userActivation,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return fromJsonText(answer.result?.value);
  };
  const isolated: ReachedPage['isolated'] = (expression) =>
    evaluate(expression, { context, sandbox: isolatedWorld }, false);
  return {
    isolated,
    byGesture: (expression) => evaluate(expression, { context }, true),
    exchange: exchangeBy(isolated),
    preloads: [hook, isolatedScripts],
  };
};

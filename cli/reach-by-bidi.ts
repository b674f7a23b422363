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
  /** What a frame of the page shows. `context`: the frame. */
  inFrame(context: string): ReachedFrame;
}

/** What a frame shows. */
export interface ReachedFrame extends ReachedPage {
  /** Runs an expression in the frame's own world, by nobody's click. */
  inPage<Result>(expression: string): Promise<Result | undefined>;
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
  const reach = (of: string): ReachedFrame => {
    const isolated: ReachedPage['isolated'] = (expression) =>
      evaluate(expression, { context: of, sandbox: isolatedWorld }, false);
    return {
      isolated,
      byGesture: (expression) => evaluate(expression, { context: of }, true),
      inPage: (expression) => evaluate(expression, { context: of }, false),
      exchange: exchangeBy(isolated),
    };
  };
  return { ...reach(context), inFrame: reach, preloads: [hook, isolatedScripts] };
};

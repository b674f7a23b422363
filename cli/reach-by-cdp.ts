import type { CdpSession } from './deliver-push';
import type { PageScripts } from './page-scripts';
import {
  asJsonText,
  exchangeBy,
  fromJsonText,
  isolatedWorld,
  type ReachedPage,
} from './reach-page';

interface ContextCreated {
  context: {
    uniqueId: string;
    name: string;
    auxData?: { frameId?: string; isDefault?: boolean };
  };
}

interface Evaluated {
  result: { value?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** A page that is reached by Chromium's own protocol. */
export interface CdpPage extends ReachedPage {
  close(): Promise<void>;
}

/** Brings the scripts into each document that a page will show, before those of the page. */
export const reachByCdp = async (cdp: CdpSession, scripts: PageScripts): Promise<CdpPage> => {
  await cdp.send('Page.enable', {});
  const { frameTree } = (await cdp.send('Page.getFrameTree', {})) as {
    frameTree: { frame: { id: string } };
  };
  /** Ids that no other context has, of any process. */
  let isolatedId: string | undefined;
  let pageId: string | undefined;
  const stops = [
    await cdp.on('Runtime.executionContextCreated', (params) => {
      const { uniqueId, name, auxData } = (params as ContextCreated).context;
      if (auxData?.frameId !== frameTree.frame.id) return;
      if (auxData.isDefault) pageId = uniqueId;
      else if (name === isolatedWorld) isolatedId = uniqueId;
    }),
    await cdp.on('Runtime.executionContextsCleared', () => {
      isolatedId = undefined;
      pageId = undefined;
    }),
  ];
  const preload = async (script: string, more: object): Promise<string> =>
    (
      (await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${script})()`,
        ...more,
      })) as { identifier: string }
    ).identifier;
  const preloads = [
    await preload(scripts.hook, {}),
    await preload(scripts.isolated, { worldName: isolatedWorld }),
  ];
  await cdp.send('Runtime.enable', {});

  const evaluate = async <Result>(
    expression: string,
    uniqueContextId: string | undefined,
    userGesture: boolean,
  ): Promise<Result | undefined> => {
    if (uniqueContextId === undefined) throw new Error('The document is being replaced.');
    const { result, exceptionDetails } = (await cdp.send('Runtime.evaluate', {
      expression: asJsonText(expression),
      uniqueContextId,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })) as Evaluated;
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return fromJsonText(result.value);
  };
  const isolated: ReachedPage['isolated'] = async (expression) => {
    // A document that was there before has no such world yet.
    if (isolatedId === undefined)
      await cdp.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
        worldName: isolatedWorld,
      });
    return evaluate(expression, isolatedId, false);
  };
  return {
    isolated,
    byGesture: (expression) => evaluate(expression, pageId, true),
    exchange: exchangeBy(isolated),
    async close() {
      for (const stop of stops) stop();
      for (const identifier of preloads)
        await cdp.send('Page.removeScriptToEvaluateOnNewDocument', { identifier }).catch(() => {});
    },
  };
};

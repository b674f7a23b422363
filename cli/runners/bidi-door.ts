import { cookiesByBidi } from '../ask-as-browser';
import { cdpOverBidi } from '../cdp-over-bidi';
import type { Driver } from '../driver';
import type { BrowserName } from '../find-browser';
import type { PageScripts } from '../page-scripts';
import { reachByBidi } from '../reach-by-bidi';
import { inBackground } from '../scenarios/in-background';
import { setPermission } from '../set-permission';
import { workerTargets } from '../worker-targets';
import type { Door } from './door';
import { keepCdp } from './kept-cdp';

/** A tab of a browser to which there is WebDriver BiDi. */
export interface BidiTab extends Pick<Driver, 'send' | 'on'> {
  name: BrowserName;
  /** The tab's id. */
  context: string;
  click(selector: string): Promise<void>;
  /** Resolves when the connection has gone; where that is not told, the tab is asked. */
  gone?: Promise<void>;
}

/** The part of the browser that a tab is in; `undefined`: the one that it has from the beginning. */
const userContextOf = async ({
  send,
  context,
}: Pick<BidiTab, 'send' | 'context'>): Promise<string | undefined> => {
  const { contexts } = await send<{ contexts: readonly { userContext?: string }[] }>(
    'browsingContext.getTree',
    { root: context, maxDepth: 0 },
  );
  const [tab] = contexts;
  return tab?.userContext === 'default' ? undefined : tab?.userContext;
};

/** The way to a tab by WebDriver BiDi. */
export const bidiDoor = async (tab: BidiTab, scripts: PageScripts): Promise<Door> => {
  const { name, send, context, click } = tab;
  const userContext = await userContextOf(tab);
  const { cdp, close } = keepCdp(() => cdpOverBidi(tab, context));
  const workers = name === 'chromium' ? await workerTargets(tab, context) : undefined;
  const { preloads, isolated, byGesture, exchange } = await reachByBidi(tab, context, scripts);
  let leave = (): void => {};
  const isLeft = new Promise<void>((resolve) => {
    leave = resolve;
  });
  return {
    engine: name === 'firefox' ? 'gecko' : 'chromium',
    isolated,
    byGesture,
    async exchange(given) {
      try {
        return await exchange(given);
      } catch (error) {
        // A document that is being replaced cannot be asked; a tab that is there has its place in the tree.
        await send('browsingContext.getTree', { root: context, maxDepth: 0 }).catch(leave);
        throw error;
      }
    },
    click,
    allow: (origin, permission) => setPermission({ send, userContext }, origin, permission),
    cookies: cookiesByBidi(tab, context),
    inBackground: (act) => inBackground({ send, userContext }, act),
    cdp,
    openWorker: async (script) => workers?.open(script),
    gone: tab.gone ? Promise.race([tab.gone, isLeft]) : isLeft,
    async close() {
      await close();
      await workers?.close();
      for (const script of preloads)
        await send('script.removePreloadScript', { script }).catch(() => {});
    },
  };
};

import { readWorkerUrl } from '../akpush/worker-url';
import type { ScriptReport } from '../state/script-report';
import { sdkRegisters } from '../state/sdk-registers';
import type { Scene } from './scene';

const pathOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : url;

/** What the server answered for the script of the SDK's worker, when somebody has asked for it; without the query, which changes by itself. */
export const scriptReportOf = (scene: Scene): ScriptReport | undefined => {
  const { session, known, page } = scene;
  const asked = sdkRegisters(scene.of('worker', 'register'), known?.sdk).at(-1)?.detail.script;
  const path = known?.sdk.config?.swPath;
  const scripts = [known?.own?.active?.scriptURL, asked, path].filter(
    (url): url is string => typeof url === 'string' && URL.canParse(url, page.url),
  );
  const paths = scripts.map((url) => pathOf(new URL(url, page.url).href));
  return session.reports.findLast(
    ({ url }) => paths.includes(pathOf(url)) || readWorkerUrl(url).isOwn,
  );
};

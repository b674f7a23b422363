import { readWorkerUrl } from '../akpush/worker-url';
import { factsOf } from '../facts/facts-of';
import { newestWorker } from '../facts/newest-worker';
import { entriesOfPage } from '../facts/page-entries';
import { isSdkWorker, sdkRegisters } from '../facts/sdk-registers';
import { currentDocument } from '../model/current-document';
import type { Session } from '../model/session';

/** Entries after which the browser has, or has not got, another version of a worker. */
const telling = ['installing', 'register', 'update'] as const;

/**
 * The script of the SDK's worker that the site's server is to be asked for, and which version of it that is: where it is registered, was to be
 * registered, or would be by the configuration. `undefined` where the SDK is not there, or nothing says where its script is.
 */
export const scriptToRead = (session: Session): { url: string; version: string } | undefined => {
  const { pages, entries, state } = session;
  const page = currentDocument({ pages });
  const facts = factsOf(session);
  if (!page?.sdk || !facts?.state.isLoaded || state?.document !== page.document) return undefined;
  const its = entriesOfPage(entries, page.number);
  const { own, sdk, state: read } = facts;
  const isOwn = (url: string | undefined) => url !== undefined && isSdkWorker(url, page.url, sdk);
  const { installing, waiting, active } = own ?? {};
  const registered = [installing, waiting, active].find((each) => isOwn(each?.scriptURL));
  const path = sdk.config?.swPath;
  const last = sdkRegisters(its.of('worker', 'register'), sdk).at(-1);
  const asked = typeof last?.detail.script === 'string' ? last.detail.script : undefined;
  const { origin } = new URL(page.url);
  const isHere = (url = '') =>
    URL.canParse(url, page.url) && new URL(url, page.url).origin === origin;
  const near =
    'ok' in read.workers
      ? read.workers.ok.registrations
          .map((each) => newestWorker(each)?.scriptURL ?? '')
          .find((url) => readWorkerUrl(url).isPlain)
      : undefined;
  const wanted = [
    // What the browser would not take, and may not say why, whatever it has from earlier.
    last?.status === 'failed' && isHere(asked) ? asked : undefined,
    registered?.scriptURL,
    asked,
    path && `${path}?browser=${encodeURIComponent(sdk.browser ?? '')}`,
    near,
  ].find((url) => url !== undefined && URL.canParse(url, page.url));
  if (wanted === undefined) return undefined;
  const url = new URL(wanted, page.url);
  // No worker's script is of another origin: what a page says is not asked for elsewhere.
  if (url.origin !== origin) return undefined;
  const change = its
    .of('worker', ...telling)
    .findLast(({ name, status }) => name === 'installing' || status === 'failed');
  const holder = registered ? '' : page.document;
  return { url: url.href, version: [url.href, holder, change?.key ?? ''].join(' ') };
};

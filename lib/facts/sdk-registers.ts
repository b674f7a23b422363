import { isFirebaseWorker } from '../akpush/is-firebase-worker';
import { readWorkerUrl } from '../akpush/worker-url';
import { countWhile } from '../model/count-while';
import type { EntryWith, SessionEntry } from '../model/session';
import type { PageEntries } from './page-entries';
import type { SdkFacts } from './sdk-facts';

type WorkerEntry = EntryWith<'worker'>;

const resolve = (script: string, page: string): string =>
  URL.canParse(script, page) ? new URL(script, page).href : script;

const withoutQuery = (url: string): string => url.replace(/[?#].*/s, '');

/** Whether a script is the SDK's worker: by its query, by `config.swPath`, or bare, as builds of 2018 register it. */
export const isSdkWorker = (script: unknown, page: string, sdk: SdkFacts | undefined): boolean => {
  if (typeof script !== 'string') return false;
  const { config, hasPlainWorker } = sdk ?? {};
  const url = resolve(script, page);
  const { isOwn, isPlain } = readWorkerUrl(url);
  if (isOwn || (isPlain && hasPlainWorker)) return true;
  const { swPath } = config ?? {};
  return swPath !== undefined && withoutQuery(url) === withoutQuery(resolve(swPath, page));
};

const isRegister = (entry: SessionEntry): entry is WorkerEntry =>
  entry.kind === 'worker' && entry.name === 'register';

const isOwn =
  (sdk: SdkFacts | undefined) =>
  ({ detail, url }: WorkerEntry): boolean =>
    isSdkWorker(detail.script, url, sdk);

/** Whether a call of the SDK has made it, or one of several, and it is not of Firebase's worker. */
const isByCall = ({ call, candidates, detail: { script } }: WorkerEntry): boolean =>
  (call !== undefined || candidates !== undefined) &&
  !(typeof script === 'string' && isFirebaseWorker(script));

/**
 * The attempts to register the SDK's own worker, of all that a page's scripts have registered: a PWA, another vendor and Firebase's library
 * register too, this last one where the SDK's own was refused. Where none is known by its script, those that calls of the SDK have made.
 */
export const sdkRegisters = (
  entries: readonly SessionEntry[],
  sdk: SdkFacts | undefined,
): readonly WorkerEntry[] => {
  const all = entries.filter(isRegister);
  const own = all.filter(isOwn(sdk));
  return own.length > 0 ? own : all.filter(isByCall);
};

/** The same of a page before a place, also where that is asked for each of its calls: no entry is asked twice. */
export const sdkRegistersBefore = (
  page: PageEntries,
  sdk: SdkFacts | undefined,
  order: number,
): { all: readonly WorkerEntry[]; count: number } => {
  const countIn = (all: readonly WorkerEntry[]): number =>
    countWhile(all, (entry) => entry.order < order);
  const isOfSdk = isOwn(sdk);
  const key = `register ${sdk?.hasPlainWorker} ${sdk?.config?.swPath}`;
  const own = page.chosen('worker', key, (entry) => isRegister(entry) && isOfSdk(entry));
  const count = countIn(own);
  if (count > 0) return { all: own, count };
  const all = page.chosen('worker', 'by call', (entry) => isRegister(entry) && isByCall(entry));
  return { all, count: countIn(all) };
};

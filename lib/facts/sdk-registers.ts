import { isFirebaseWorker } from '../akpush/is-firebase-worker';
import { readWorkerUrl } from '../akpush/worker-url';
import type { EntryWith, SessionEntry } from '../model/session';
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

/**
 * The attempts to register the SDK's own worker, of all that a page's scripts have registered: a PWA, another vendor and Firebase's library
 * register too, this last one where the SDK's own was refused. Where none is known by its script, those that calls of the SDK have made.
 */
export const sdkRegisters = (
  entries: readonly SessionEntry[],
  sdk: SdkFacts | undefined,
): readonly WorkerEntry[] => {
  const all = entries.filter(
    (entry): entry is WorkerEntry => entry.kind === 'worker' && entry.name === 'register',
  );
  const own = all.filter(({ detail, url }) => isSdkWorker(detail.script, url, sdk));
  if (own.length > 0) return own;
  return all.filter(
    ({ call, candidates, detail: { script } }) =>
      (call !== undefined || candidates !== undefined) &&
      !(typeof script === 'string' && isFirebaseWorker(script)),
  );
};

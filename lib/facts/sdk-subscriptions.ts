import type { RegistrationState } from '../model/page-state';
import type { EntryWith } from '../model/session';
import type { FirebaseToken } from './cache-facts';
import type { PageEntries } from './page-entries';
import type { SdkFacts } from './sdk-facts';

/** Builds that never subscribe but on their own worker's registration; those before take whichever is `ready`. */
const ownOnly = /G[56]/;

/** The folder of a worker's script, which is its widest scope by itself; `undefined` for an address that has none, as that of `data:`. */
const folderOf = (path: string, url: string): string | undefined => {
  if (!URL.canParse(path, url)) return undefined;
  const script = new URL(path, url).href;
  return URL.canParse('./', script) ? new URL('./', script).href : undefined;
};

/** Chooses of what the SDK asked of the push manager what is so; `key` tells one `isSo` from another. */
export type AskedBySdk = (
  key: string,
  isSo: (entry: EntryWith<'subscription'>) => boolean,
) => readonly EntryWith<'subscription'>[];

/**
 * Tells entries of the SDK's subscription from those of other vendors and of the site's own, by their scope: that of the SDK's registration, or
 * the folder of its worker's script; that of Firebase's own worker in its mode. `own`: the SDK's registration, `firebase`: what Firebase's library
 * remembers of its token, `url`: the page's address.
 */
export const isOfSdk = (
  { config, generation = '', mode = 'firebase' }: SdkFacts,
  own: RegistrationState | undefined,
  firebase: FirebaseToken | undefined,
  url: string,
): ((entry: EntryWith<'subscription'>) => boolean) => {
  const path = config?.swPath ?? '/service-worker.js';
  const scopes: unknown[] = [null, own?.scope, firebase?.swScope, folderOf(path, url)];
  return ({ call, detail: { scope } }) =>
    scopes.includes(scope) ||
    (mode === 'firebase' && /\/firebase-cloud-messaging-push-scope$/.test(scope ?? '')) ||
    (call !== undefined && !ownOnly.test(generation));
};

/** What the SDK asked of the push manager: each entry is asked once by whoever knows the same of the SDK. */
export const askedBySdk = (
  entries: PageEntries,
  sdk: SdkFacts,
  own: RegistrationState | undefined,
  firebase: FirebaseToken | undefined,
  url: string,
): AskedBySdk => {
  const { config, generation, mode } = sdk;
  const isOwn = isOfSdk(sdk, own, firebase, url);
  const known = JSON.stringify([config?.swPath, generation, mode, own?.scope, firebase?.swScope]);
  return (key, isSo) =>
    entries.chosen('subscription', known + key, (entry) => isOwn(entry) && isSo(entry));
};

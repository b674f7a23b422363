import { type Encoded, fieldsOf } from '../model/encoded-value';
import type { RegistrationState } from '../model/page-state';
import type { EntryWith } from '../model/session';
import type { FirebaseToken } from './cache-facts';
import type { PageEntries } from './page-entries';
import type { SdkFacts } from './sdk-facts';
import { keyText } from './subscription-facts';

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

/** What tells the SDK's subscription from others. */
interface Known {
  sdk: SdkFacts;
  /** The SDK's registration. */
  own: RegistrationState | undefined;
  /** What Firebase's library remembers of its token. */
  firebase: FirebaseToken | undefined;
  /** The page's address. */
  url: string;
  /** The scope of a registration that the SDK was seen to make. */
  registered?: string | null | undefined;
}

/**
 * Tells entries of the SDK's subscription from those of other vendors and of the site's own, by their scope: that of the SDK's registration, or
 * the folder of its worker's script; that of Firebase's own worker in its mode. In pull mode by the key too, where one is given that is not the configured one.
 */
export const isOfSdk = ({
  sdk: { config, generation = '', mode = 'firebase' },
  own,
  firebase,
  url,
  registered,
}: Known): ((entry: EntryWith<'subscription'>) => boolean) => {
  const { swPath = '/service-worker.js', vapidKey } = config ?? {};
  const scopes: unknown[] = [
    null,
    own?.scope,
    firebase?.swScope,
    folderOf(swPath, url),
    registered,
  ];
  const isOtherKey = (options: Encoded | undefined): boolean => {
    if (mode !== 'pull' || vapidKey === undefined) return false;
    const key = keyText(fieldsOf(options).applicationServerKey);
    return key !== null && key !== keyText(vapidKey);
  };
  return ({ call, url: at, detail: { scope, options } }) =>
    !isOtherKey(options) &&
    (scopes.includes(scope) ||
      (mode === 'firebase' && /\/firebase-cloud-messaging-push-scope$/.test(scope ?? '')) ||
      // What is `ready` is the registration in whose scope the page is.
      (call !== undefined && !ownOnly.test(generation) && at.startsWith(scope ?? '')));
};

/** What the SDK asked of the push manager: each entry is asked once by whoever knows the same of the SDK. */
export const askedBySdk = (entries: PageEntries, known: Known): AskedBySdk => {
  const { sdk, own, firebase } = known;
  const isOwn = isOfSdk(known);
  const { config, generation, mode } = sdk;
  const id = JSON.stringify([
    config?.swPath,
    config?.vapidKey,
    generation,
    mode,
    own?.scope,
    firebase?.swScope,
  ]);
  return (key, isSo) =>
    entries.chosen('subscription', id + key, (entry) => isOwn(entry) && isSo(entry));
};

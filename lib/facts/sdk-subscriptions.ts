import type { RegistrationState } from '../model/page-state';
import type { EntryWith } from '../model/session';
import type { FirebaseToken } from './cache-facts';
import type { SdkFacts } from './sdk-facts';

/** Builds that never subscribe but on their own worker's registration; those before take whichever is `ready`. */
const ownOnly = /G[56]/;

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
  const scopes: unknown[] = [
    null,
    own?.scope,
    firebase?.swScope,
    URL.canParse(path, url) && new URL('./', new URL(path, url)).href,
  ];
  return ({ call, detail: { scope } }) =>
    scopes.includes(scope) ||
    (mode === 'firebase' && /\/firebase-cloud-messaging-push-scope$/.test(scope ?? '')) ||
    (call !== undefined && !ownOnly.test(generation));
};

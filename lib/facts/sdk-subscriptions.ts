import { readWorkerUrl } from '../akpush/worker-url';
import type { PageState, RegistrationState } from '../model/page-state';
import type { EntryWith } from '../model/session';
import type { FirebaseToken } from './cache-facts';
import { newestWorker } from './newest-worker';
import type { SdkFacts } from './sdk-facts';

/** Whether a registration has the SDK's worker, by the newest script. */
export const hasSdkWorker = (registration: RegistrationState): boolean =>
  readWorkerUrl(newestWorker(registration)?.scriptURL ?? '').isOwn;

/** The registrations of a reading; none where they could not be read. */
export const registrationsIn = ({ workers }: PageState): readonly RegistrationState[] =>
  'ok' in workers ? workers.ok.registrations : [];

/** Builds that never subscribe but on their own worker's registration; those before take whichever is `ready`. */
const ownOnly = /G[56]/;

/**
 * Tells entries of the SDK's subscription from those of other vendors and of the site's own, by their scope: that of a registration of the SDK's, or
 * the folder of its worker's script; that of Firebase's own worker in its mode. `own`: the SDK's registration, `firebase`: what Firebase's library
 * remembers of its token, `url`: the page's address.
 */
export const isOfSdk = (
  state: PageState,
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
    ...registrationsIn(state)
      .filter(hasSdkWorker)
      .map(({ scope }) => scope),
  ];
  return ({ call, detail: { scope } }) =>
    scopes.includes(scope) ||
    (mode === 'firebase' && /\/firebase-cloud-messaging-push-scope$/.test(scope ?? '')) ||
    (call !== undefined && !ownOnly.test(generation));
};

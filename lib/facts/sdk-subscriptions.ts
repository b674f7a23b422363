import { readWorkerUrl } from '../akpush/worker-url';
import type { PageState, RegistrationState } from '../model/page-state';
import type { EntryWith } from '../model/session';
import type { FirebaseToken } from './cache-facts';
import { newestWorker } from './newest-worker';
import type { SdkFacts } from './sdk-facts';
import { isSdkWorker } from './sdk-registers';

type SubscriptionEntry = EntryWith<'subscription'>;

/** What tells whose a scope is. */
export interface ScopeFacts {
  state: PageState;
  sdk: SdkFacts;
  own: RegistrationState | undefined;
  /** What Firebase's library remembers of the SDK's token. */
  firebase: FirebaseToken | undefined;
  /** The page's `register` entries. */
  registers: readonly EntryWith<'worker'>[];
  /** The page's address. */
  url: string;
}

/** Where Firebase's library registers its own worker, when the SDK gives it none. */
const fallbackScope = /\/firebase-cloud-messaging-push-scope$/;

/** Builds that never subscribe but on their own worker's registration; those before take whichever is `ready`. */
const ownOnly: readonly (string | undefined)[] = ['G5', 'G6'];

/** The scopes on which the SDK subscribes: its registrations', those that it has asked for, and the folder of its worker's script. */
const scopesOf = ({ state, sdk, own, firebase, registers, url }: ScopeFacts): Set<unknown> => {
  const all = 'ok' in state.workers ? state.workers.ok.registrations : [];
  const path = sdk.config?.swPath ?? '/service-worker.js';
  return new Set([
    own?.scope,
    firebase?.swScope,
    URL.canParse(path, url) ? new URL('./', new URL(path, url)).href : undefined,
    ...all.flatMap((each) =>
      readWorkerUrl(newestWorker(each)?.scriptURL ?? '').isOwn ? [each.scope] : [],
    ),
    ...registers.flatMap(({ detail }) =>
      isSdkWorker(detail.script, url, sdk) ? [detail.scope] : [],
    ),
  ]);
};

/** Tells entries of the SDK's subscription from those of other vendors and of the site's own: by the scope, where it is known. */
export const isOfSdk = (facts: ScopeFacts): ((entry: SubscriptionEntry) => boolean) => {
  const scopes = scopesOf(facts);
  const { generation, mode } = facts.sdk;
  return ({ call, detail: { scope } }) =>
    scope === null ||
    scopes.has(scope) ||
    (fallbackScope.test(scope) && (mode === undefined || mode === 'firebase')) ||
    (call !== undefined && !ownOnly.includes(generation));
};

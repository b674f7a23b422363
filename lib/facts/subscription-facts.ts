import { isFirebaseWorker } from '../akpush/is-firebase-worker';
import { readWorkerUrl } from '../akpush/worker-url';
import { type Encoded, fieldsOf, textOf, toBase64Url } from '../model/encoded-value';
import type { PageState, RegistrationState, SubscriptionState } from '../model/page-state';
import type { CacheFacts } from './cache-facts';
import { newestWorker } from './newest-worker';
import type { PageEntries } from './page-entries';
import type { SdkFacts } from './sdk-facts';
import type { AskedBySdk } from './sdk-subscriptions';

/** A push subscription, and who says so. */
export interface SubscriptionFacts {
  value: SubscriptionState;
  /** Scope of its registration, when that is known. */
  scope: string | null;
  /** True: the page's scripts have it from push methods that are not the browser's; the browser itself has none. */
  isOfPage: boolean;
}

/** An `applicationServerKey` as text, base64url; `null` where there is none. */
export const keyText = (key: Encoded | undefined): string | null => {
  const fields = fieldsOf(key);
  const tagged = key as { $?: string; text?: string } | undefined;
  if (typeof key === 'string') return key.replace(/(?<!=)=+$/, '');
  if (tagged?.$ === 'bytes' && tagged.text !== undefined) return toBase64Url(tagged.text);
  return textOf(fields.applicationServerKey) ?? null;
};

const endings = ['unsubscribe', 'unregister'] as const;

/** What the SDK was last told of a subscription; `undefined` when it did not ask, or was told that there is none. */
const seenByPage = (entries: PageEntries, asked: AskedBySdk): SubscriptionFacts | undefined => {
  const last = asked('answered', ({ status }) => status === 'ok').at(-1);
  const fields = fieldsOf(last?.detail.result);
  const endpoint = textOf(fields.endpoint);
  if (!last || endpoint === undefined) return undefined;
  const isEnded = entries.of('action', ...endings).some(({ time }) => time > last.time);
  if (isEnded) return undefined;
  const keys = fieldsOf(fields.keys);
  const made = asked('made', ({ name, status }) => name === 'subscribe' && status === 'ok').at(-1);
  const options = fieldsOf(made?.detail.options);
  const expiration = fields.expirationTime;
  return {
    isOfPage: true,
    scope: last.detail.scope,
    value: {
      endpoint,
      p256dh: textOf(keys.p256dh) ?? null,
      auth: textOf(keys.auth) ?? null,
      expirationTime: typeof expiration === 'number' ? expiration : null,
      userVisibleOnly:
        typeof options.userVisibleOnly === 'boolean' ? options.userVisibleOnly : null,
      applicationServerKey: keyText(options.applicationServerKey),
    },
  };
};

/** What tells the SDK's subscription from another vendor's. */
export interface SubscriptionSources {
  state: PageState;
  entries: PageEntries;
  sdk: SdkFacts;
  cache: CacheFacts;
  /** The registration that the SDK would take for its own. */
  own: RegistrationState | undefined;
  /** What the SDK asked of the push manager. */
  asked: AskedBySdk;
  /** Tokens that are the SDK's by what is cached and what was saved. */
  tokens: readonly (string | undefined)[];
}

/**
 * Whether a subscription on a registration that is not the SDK's own is the SDK's all the same: builds before G5 take another's, Firebase's library
 * makes one where the SDK's worker was refused. Another vendor's is told by nothing but that the SDK has no such token.
 */
const isOfSdkElsewhere = (
  each: RegistrationState,
  { endpoint }: SubscriptionState,
  { state, sdk, own, cache, tokens }: SubscriptionSources,
): boolean => {
  const script = newestWorker(each)?.scriptURL ?? '';
  if (tokens.includes(endpoint) || readWorkerUrl(script).isOwn) return true;
  if (sdk.mode === 'pull' || sdk.mode === 'safari') return false;
  const { firebase } = cache;
  if (firebase) return firebase.endpoint === endpoint || firebase.swScope === each.scope;
  const read = state.stored.databases['firebase-messaging-database'];
  // What it keeps then is another app's.
  const isOfOtherApp = 'ok' in read && read.ok?.stores.some(({ count }) => count > 0);
  return (!own || 'failed' in read) && !isOfOtherApp && isFirebaseWorker(script);
};

/**
 * The SDK's subscription: that of its own registration, of another one on which it is, or the one that the page's scripts see. `endpoints`: those that
 * the browser itself has told of before: one of them that is gone is gone for the page too.
 */
export const deriveSubscription = (
  sources: SubscriptionSources,
  endpoints: readonly string[],
): SubscriptionFacts | undefined => {
  const { state, entries, own, asked } = sources;
  const registrations = 'ok' in state.workers ? state.workers.ok.registrations : [];
  for (const each of own ? [own, ...registrations] : registrations) {
    const { scope, subscription } = each;
    if (!('ok' in subscription) || !subscription.ok) continue;
    if (each === own || isOfSdkElsewhere(each, subscription.ok, sources))
      return { value: subscription.ok, scope, isOfPage: false };
  }
  const seen = seenByPage(entries, asked);
  return seen && !endpoints.includes(seen.value.endpoint) ? seen : undefined;
};

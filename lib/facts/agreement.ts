import { firebaseDefaultKey } from '../akpush/firebase-default-key';
import { readWorkerUrl } from '../akpush/worker-url';
import type { Phrase } from '../model/phrase';
import { hasDeviceToken } from './device-token';
import type { FactState } from './fact-state';
import type { PageFacts } from './page-facts';

/** Why two parts agree or do not. */
export type AgreementReason =
  | 'token-neither'
  | 'token-safari'
  | 'token-not-cached'
  | 'token-no-subscription'
  | 'token-same'
  | 'token-other'
  | 'token-no-firebase'
  | 'token-other-firebase'
  | 'token-same-firebase'
  | 'token-other-endpoint'
  | 'no-subscription'
  | 'key-not-told'
  | 'key-unrestricted'
  | 'key-same'
  | 'key-firebase'
  | 'key-not-configured'
  | 'key-other'
  | 'no-worker'
  | 'browser-plain'
  | 'browser-none'
  | 'browser-unknown'
  | 'browser-same'
  | 'browser-other'
  | 'save-none'
  | 'save-pending'
  | 'save-failed'
  | 'save-refused'
  | 'save-no-token'
  | 'save-same'
  | 'save-other';

/** What two parts of a subscription say of each other. */
export interface Agreement {
  state: FactState;
  reason: AgreementReason;
  /** What the reason is about: browsers' names, a server's words. */
  values: readonly Phrase[];
}

const agreement = (
  state: FactState,
  reason: AgreementReason,
  ...values: readonly Phrase[]
): Agreement => ({ state, reason, values });

/** Cached token against subscription; in Firebase mode by way of Firebase's own record of the token. */
const compareToken = (facts: PageFacts): Agreement => {
  const { cache, token, subscription, sdk } = facts;
  const cached = token?.text;
  const endpoint = subscription?.value.endpoint;
  if (cached === undefined && endpoint === undefined) return agreement('missing', 'token-neither');
  if (cached === undefined) return agreement('missing', 'token-not-cached');
  if (hasDeviceToken(facts)) return agreement('unknown', 'token-safari');
  if (endpoint === undefined) return agreement('differs', 'token-no-subscription');
  const isFirebase = sdk.mode ? sdk.mode === 'firebase' : !/^https?:/.test(cached);
  if (!isFirebase)
    return cached === endpoint
      ? agreement('ok', 'token-same')
      : agreement('differs', 'token-other');
  const { firebase } = cache;
  if (!firebase) return agreement('unknown', 'token-no-firebase');
  if (firebase.token !== cached) return agreement('differs', 'token-other-firebase');
  return firebase.endpoint === endpoint
    ? agreement('ok', 'token-same-firebase')
    : agreement('differs', 'token-other-endpoint');
};

/** The subscription's key against the configured one. */
const compareKey = ({ cache, subscription, sdk }: PageFacts): Agreement => {
  if (!subscription) return agreement('missing', 'no-subscription');
  const key = subscription.value.applicationServerKey;
  const wanted =
    sdk.config?.vapidKey ?? (sdk.mode === 'firebase' ? cache.firebase?.vapidKey : undefined);
  if (key === null)
    return sdk.mode === 'firebase'
      ? agreement('unknown', 'key-not-told')
      : agreement('ok', 'key-unrestricted');
  const same = (other: string | undefined) => other?.replace(/(?<!=)=+$/, '') === key;
  if (same(wanted)) return agreement('ok', 'key-same');
  if (same(cache.firebase?.vapidKey) || (sdk.mode === 'firebase' && key === firebaseDefaultKey))
    return agreement('ok', 'key-firebase');
  return wanted === undefined
    ? agreement('unknown', 'key-not-configured')
    : agreement('differs', 'key-other');
};

/** The `browser=` of the worker's script against the browser that the SDK detected. */
const compareBrowser = ({ own, sdk }: PageFacts): Agreement => {
  const worker = own?.active ?? own?.waiting ?? own?.installing;
  if (!worker) return agreement('missing', 'no-worker');
  const { browser, isPlain } = readWorkerUrl(worker.scriptURL);
  if (isPlain && sdk.hasPlainWorker) return agreement('ok', 'browser-plain');
  if (!browser) return agreement('failed', 'browser-none');
  if (!sdk.browser) return agreement('unknown', 'browser-unknown');
  return browser === sdk.browser
    ? agreement('ok', 'browser-same', browser)
    : agreement('differs', 'browser-other', browser, sdk.browser);
};

/** The last save against the cached token. */
const compareSave = ({ token, save }: PageFacts): Agreement => {
  if (!save) return agreement('unknown', 'save-none');
  const { outcome, reason } = save;
  if (outcome === 'pending') return agreement('unknown', 'save-pending');
  if (outcome === 'failed') return agreement('failed', 'save-failed', reason);
  if (outcome === 'refused') return agreement('failed', 'save-refused', reason);
  const cached = token?.text;
  if (cached === undefined) return agreement('missing', 'save-no-token');
  return save.token === cached ? agreement('ok', 'save-same') : agreement('differs', 'save-other');
};

/** What stands between each two parts of a subscription: between worker and SDK, subscription and key, token and subscription, save and token. */
export const agreementOf = (
  facts: PageFacts,
): Record<'browser' | 'key' | 'token' | 'save', Agreement> => ({
  browser: compareBrowser(facts),
  key: compareKey(facts),
  token: compareToken(facts),
  save: compareSave(facts),
});

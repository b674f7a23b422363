import { firebaseDefaultKey } from '../akpush/firebase-default-key';
import { readWorkerUrl } from '../akpush/worker-url';
import { message } from '../i18n/message';
import type { StateItem, FactState } from '../state/state-item';
import type { PageFacts } from './page-facts';

/** What two facts say of each other. */
interface Verdict {
  state: FactState;
  note: string;
}

const verdict = (state: FactState, note: string): Verdict => ({ state, note });

/** Cached token against subscription; in Firebase mode by way of Firebase's own record of the token. */
const compareToken = ({ cache, token, subscription, sdk }: PageFacts): Verdict => {
  const cached = token?.text;
  const endpoint = subscription?.value.endpoint;
  if (cached === undefined && endpoint === undefined)
    return verdict('missing', message('agreeTokenNeither'));
  if (cached === undefined) return verdict('missing', message('agreeTokenNotCached'));
  if (endpoint === undefined) return verdict('differs', message('agreeTokenNoSubscription'));
  const isFirebase = sdk.mode ? sdk.mode === 'firebase' : !/^https?:/.test(cached);
  if (!isFirebase)
    return cached === endpoint
      ? verdict('ok', message('agreeTokenSame'))
      : verdict('differs', message('agreeTokenOther'));
  const { firebase } = cache;
  if (!firebase) return verdict('unknown', message('agreeTokenNoFirebase'));
  if (firebase.token !== cached) return verdict('differs', message('agreeTokenOtherFirebase'));
  return firebase.endpoint === endpoint
    ? verdict('ok', message('agreeTokenSameFirebase'))
    : verdict('differs', message('agreeTokenOtherEndpoint'));
};

/** The subscription's key against the configured one. */
const compareKey = ({ cache, subscription, sdk }: PageFacts): Verdict => {
  if (!subscription) return verdict('missing', message('agreeNoSubscription'));
  const key = subscription.value.applicationServerKey;
  const wanted =
    sdk.config?.vapidKey ?? (sdk.mode === 'firebase' ? cache.firebase?.vapidKey : undefined);
  if (key === null) {
    if (sdk.mode === 'firebase') return verdict('unknown', message('agreeKeyNotTold'));
    return verdict('ok', message('agreeKeyUnrestricted'));
  }
  const same = (other: string | undefined) => other?.replace(/(?<!=)=+$/, '') === key;
  if (same(wanted)) return verdict('ok', message('agreeKeySame'));
  if (same(cache.firebase?.vapidKey) || (sdk.mode === 'firebase' && key === firebaseDefaultKey))
    return verdict('ok', message('agreeKeyFirebase'));
  return wanted === undefined
    ? verdict('unknown', message('agreeKeyNotConfigured'))
    : verdict('differs', message('agreeKeyOther'));
};

/** The `browser=` of the worker's script against the browser that the SDK detected. */
const compareBrowser = ({ own, sdk }: PageFacts): Verdict => {
  const worker = own?.active ?? own?.waiting ?? own?.installing;
  if (!worker) return verdict('missing', message('agreeNoWorker'));
  const { browser, isPlain } = readWorkerUrl(worker.scriptURL);
  if (isPlain && sdk.hasPlainWorker) return verdict('ok', message('agreeBrowserPlain'));
  if (!browser) return verdict('failed', message('agreeBrowserNone'));
  if (!sdk.browser) return verdict('unknown', message('agreeBrowserUnknown'));
  return browser === sdk.browser
    ? verdict('ok', message('agreeBrowserSame', browser))
    : verdict('differs', message('agreeBrowserOther', browser, sdk.browser));
};

/** The last save against the cached token. */
const compareSave = ({ token, save }: PageFacts): Verdict => {
  if (!save) return verdict('unknown', message('agreeSaveNone'));
  const { outcome, reason } = save;
  if (outcome === 'pending') return verdict('unknown', message('agreeSavePending'));
  if (outcome === 'failed') return verdict('failed', message('agreeSaveFailed', reason));
  if (outcome === 'refused') return verdict('failed', message('agreeSaveRefused', reason));
  const cached = token?.text;
  if (cached === undefined) return verdict('missing', message('agreeSaveNoToken'));
  return save.token === cached
    ? verdict('ok', message('agreeSaveSame'))
    : verdict('differs', message('agreeSaveOther'));
};

/** Whether the parts agree: facts without a value of their own, whose note says why. */
export const agreementFacts = (
  known: PageFacts,
): Record<'browser' | 'key' | 'token' | 'save', StateItem> => ({
  browser: { id: 'agreement.browser', label: 'agreeBrowser', text: '', ...compareBrowser(known) },
  key: { id: 'agreement.key', label: 'agreeKey', text: '', ...compareKey(known) },
  token: { id: 'agreement.token', label: 'agreeToken', text: '', ...compareToken(known) },
  save: { id: 'agreement.save', label: 'agreeSave', text: '', ...compareSave(known) },
});

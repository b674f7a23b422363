import type { Agreement, AgreementReason } from '../facts/agreement';
import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';

const keys: Readonly<Record<AgreementReason, MessageKey>> = {
  'token-neither': 'agreeTokenNeither',
  'token-safari': 'agreeTokenSafari',
  'token-not-cached': 'agreeTokenNotCached',
  'token-no-subscription': 'agreeTokenNoSubscription',
  'token-same': 'agreeTokenSame',
  'token-other': 'agreeTokenOther',
  'token-no-firebase': 'agreeTokenNoFirebase',
  'token-other-firebase': 'agreeTokenOtherFirebase',
  'token-same-firebase': 'agreeTokenSameFirebase',
  'token-other-endpoint': 'agreeTokenOtherEndpoint',
  'no-subscription': 'agreeNoSubscription',
  'key-not-told': 'agreeKeyNotTold',
  'key-unrestricted': 'agreeKeyUnrestricted',
  'key-same': 'agreeKeySame',
  'key-firebase': 'agreeKeyFirebase',
  'key-not-configured': 'agreeKeyNotConfigured',
  'key-other': 'agreeKeyOther',
  'no-worker': 'agreeNoWorker',
  'browser-plain': 'agreeBrowserPlain',
  'browser-none': 'agreeBrowserNone',
  'browser-unknown': 'agreeBrowserUnknown',
  'browser-same': 'agreeBrowserSame',
  'browser-other': 'agreeBrowserOther',
  'save-none': 'agreeSaveNone',
  'save-pending': 'agreeSavePending',
  'save-failed': 'agreeSaveFailed',
  'save-refused': 'agreeSaveRefused',
  'save-no-token': 'agreeSaveNoToken',
  'save-same': 'agreeSaveSame',
  'save-other': 'agreeSaveOther',
};

/** Why two parts agree or do not, as a sentence: the State view and the rules say it alike. */
export const agreementPhrase = ({ reason, values }: Agreement): Phrase =>
  phrase(keys[reason], ...values);

import type { MessageKey } from '../model/message-key';
import { phrase } from '../model/phrase';
import type { EntryWith } from '../model/session';
import { fact } from '../outcome/chain';
import type { DiagnosisInput } from './diagnosis-input';
import { forSite } from './finding';
import type { WhoAnswered } from './who-answered';

/** Google's reasons, in the order in which one that says more comes first. */
const restrictions: readonly (readonly [RegExp, find: MessageKey, advice: MessageKey])[] = [
  [/API_KEY_HTTP_REFERRER_BLOCKED/, 'findFirebaseReferrer', 'adviceFirebaseReferrer'],
  [/API_KEY_IP_ADDRESS_BLOCKED/, 'findFirebaseIp', 'adviceFirebaseReferrer'],
  [/API_KEY_(?:ANDROID|IOS)_APP_BLOCKED/, 'findFirebaseApp', 'adviceFirebaseReferrer'],
  [/API_KEY_SERVICE_BLOCKED/, 'findFirebaseService', 'adviceFirebaseService'],
  [/SERVICE_DISABLED/, 'findFirebaseDisabled', 'adviceFirebaseDisabled'],
  [/API_KEY_INVALID|API key (?:not valid|expired)/, 'findFirebaseKey', 'adviceFirebaseKey'],
  [/CONSUMER_INVALID|SENDER_ID_MISMATCH/, 'findFirebaseProject', 'adviceFirebaseKey'],
  [/RATE_LIMIT_EXCEEDED|RESOURCE_EXHAUSTED/, 'findFirebaseQuota', 'adviceFirebaseQuota'],
];

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Which restriction of its key or project Firebase names as its reason; `undefined` where it names none. */
export const firebaseRestriction = (
  { page }: DiagnosisInput,
  { detail, name }: EntryWith<'request'>,
): WhoAnswered | undefined => {
  if (name !== 'installations' && name !== 'registrations') return undefined;
  const said = JSON.stringify(detail.response) ?? '';
  const found = restrictions.find(([reason]) => reason.test(said));
  const reason = found?.[0].exec(said)?.[0];
  if (!found || reason === undefined) return undefined;
  const service = hostOf(detail.url);
  const site = new URL(page.url).origin;
  return {
    sentence: phrase(found[1], service, site),
    advice: [forSite(found[2], service, site)],
    evidence: [fact(name, reason)],
  };
};

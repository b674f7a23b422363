import { phrase } from '../model/phrase';
import { maxPlaintext } from './encrypt';
import { type FirebasePush, prepareFirebase } from './prepare-firebase';
import type { PushDraft } from './push-draft';
import type { PushProblem } from './push-problem';
import { dataOf, type PushRequest } from './push-request';
import { vapidProblem } from './vapid';

/** What a sender has to have, and what the page says of it. */
export interface Sender extends Pick<FirebasePush, 'account' | 'accessToken' | 'ofPage'> {
  vapidPrivate: string;
  fcmToken: string | undefined;
}

const isObject = (text: string | null): boolean => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
};

/** How long, how urgent and instead of what: the same for every push service. */
const deliveryProblem = ({ ttl, topic }: PushDraft): PushProblem | undefined => {
  if (!/^\d+$/.test(ttl)) return { field: 'ttl', text: phrase('problemTtl') };
  if (!/^[\w-]{0,32}$/.test(topic)) return { field: 'topic', text: phrase('problemTopic') };
  return undefined;
};

const prepareReal = async (
  request: PushRequest,
  draft: PushDraft,
  vapidPrivate: string,
): Promise<PushRequest | PushProblem> => {
  const bytes = new TextEncoder().encode(dataOf(request) ?? '').length;
  if (bytes > maxPlaintext)
    return { field: 'payload', text: phrase('problemTooLong', bytes, maxPlaintext) };
  const serverKey = request.subscription?.applicationServerKey ?? null;
  if (!serverKey || vapidPrivate === '') return request;
  const vapid = {
    publicKey: draft.vapidPublic || serverKey,
    privateKey: vapidPrivate,
    subject: draft.vapidSubject,
  };
  return (await vapidProblem(vapid, serverKey)) ?? { ...request, vapid };
};

/** Makes a push ready to be sent, signed where that is wanted, or says what is wrong in which field. */
export const preparePush = async (
  request: PushRequest,
  draft: PushDraft,
  { vapidPrivate, fcmToken = '', ...sender }: Sender,
): Promise<PushRequest | PushProblem> => {
  const { way, text, mode } = request;
  if (way === 'foreground' && !isObject(text))
    return { field: 'payload', text: phrase('problemNoObject') };
  if (way !== 'real' && way !== 'firebase') return request;
  const problem = deliveryProblem(draft);
  if (problem) return problem;
  if (way === 'real') return prepareReal(request, draft, vapidPrivate);
  const { isDataOnly, ttl, urgency, topic, project: typed } = draft;
  const push = { text, mode, fcmToken, isDataOnly, ttl, urgency, topic, typed, ...sender };
  const made = await prepareFirebase(push, Date.now());
  return 'field' in made ? made : { ...request, firebase: made };
};

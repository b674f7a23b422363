import type { PushMode } from '../akpush/push-mode';
import { phrase } from '../model/phrase';
import type { EpochMs } from '../model/time';
import type { FirebaseMail } from '../protocol/delivery';
import { readAccessToken } from './access-token';
import { fcmMessage } from './fcm-message';
import { firebaseProject, type ProjectSources } from './firebase-project';
import type { PushProblem } from './push-problem';
import { accountProblem, readServiceAccount } from './service-account';
import { signClaim } from './sign-claim';

/** A push that shall go through Firebase. */
export interface FirebasePush extends ProjectSources {
  text: string | null;
  mode: PushMode;
  fcmToken: string;
  isDataOnly: boolean;
  ttl: string;
  urgency: string;
  topic: string;
}

/** A request to Firebase, and what the worker gets of it. */
export interface PreparedMail {
  mail: FirebaseMail;
  payload: string;
}

const readAccess = async (
  { accessToken, account }: FirebasePush,
  now: EpochMs,
): Promise<FirebaseMail['access'] | PushProblem> => {
  if (accessToken.trim() !== '') {
    const read = readAccessToken(accessToken);
    return 'token' in read ? read : { field: 'access-token', text: read.problem };
  }
  const read = readServiceAccount(account);
  if ('problem' in read) return { field: 'account', text: read.problem };
  try {
    return { tokenUri: read.tokenUri, assertion: await signClaim(read, now) };
  } catch {
    return { field: 'account', text: accountProblem(phrase('accountKeyBroken')) };
  }
};

/** Makes the request that sends a push through Firebase, signed, or says what is wrong in which field. `now`: milliseconds since the epoch. */
export const prepareFirebase = async (
  push: FirebasePush,
  now: number,
): Promise<PreparedMail | PushProblem> => {
  const access = await readAccess(push, now);
  if ('field' in access) return access;
  const project = firebaseProject(push);
  if (!project) return { field: 'project', text: phrase('projectUnknown') };
  if (!/^[a-z\d][\w.:-]*$/i.test(project))
    return { field: 'project', text: phrase('projectShape') };
  const { text, mode, fcmToken, isDataOnly, ttl, urgency, topic } = push;
  const headers = {
    TTL: ttl,
    ...(urgency && { Urgency: urgency }),
    ...(topic && { Topic: topic }),
  };
  const made = fcmMessage(text, mode, { token: fcmToken, isDataOnly, headers });
  if ('key' in made) return { field: 'payload', text: made };
  const url = `https://fcm.googleapis.com/v1/projects/${encodeURIComponent(project)}/messages:send`;
  const body = JSON.stringify({ message: made.message });
  return { mail: { url, body, access }, payload: made.payload };
};

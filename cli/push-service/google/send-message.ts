import { randomUUID } from 'node:crypto';
import { encryptPush, maxPlaintext } from '../../../lib/push/encrypt';
import { fcmError } from './fcm-errors';
import type { FcmTokens, WebSubscription } from './fcm-tokens';
import type { Answer, OAuth } from './oauth';

type Fields = Record<string, unknown>;

interface Message {
  token?: unknown;
  notification?: Fields;
  data?: Fields;
  webpush?: {
    headers?: Record<string, string>;
    notification?: Fields;
    data?: Fields;
    fcm_options?: { link?: string };
  };
}

/** What FCM needs to send. */
export interface FcmSender {
  oauth: OAuth;
  tokens: FcmTokens;
  /** Brings an encrypted push to a subscription; gives the push service's status. */
  push(web: WebSubscription, body: Buffer, headers: Record<string, string>): Promise<number>;
}

/** What the worker gets for a message: the fields for all platforms, and over them those for web push. */
function payloadOf({ notification, data, webpush = {} }: Message): Fields {
  const { fcm_options: options } = webpush;
  const merged = (all?: Fields, web?: Fields) => (all || web) && { ...all, ...web };
  const shown = merged(notification, webpush.notification);
  const given = merged(data, webpush.data);
  return {
    from: '314159265358',
    fcmMessageId: randomUUID(),
    priority: 'normal',
    ...(shown && { notification: shown }),
    ...(given && { data: given }),
    ...(options?.link && { fcmOptions: { link: options.link } }),
  };
}

/** What is wrong with a message, in Google's words; `null`: nothing. */
function problemOf({ token, data, webpush }: Message): string | null {
  if (token === undefined) return 'Recipient of the message is not set.';
  if (typeof token !== 'string' || !/^[\w-]{8,}:[\w-]{40,}$/.test(token))
    return 'The registration token is not a valid FCM registration token';
  const places = { 'message.data': data, 'message.webpush.data': webpush?.data };
  for (const [place, fields] of Object.entries(places))
    for (const [at, value] of Object.values(fields ?? {}).entries())
      if (typeof value !== 'string')
        return `Invalid value at '${place}[${at}].value' (TYPE_STRING), ${JSON.stringify(value)}`;
  return null;
}

/** FCM's HTTP v1 interface: `POST /v1/projects/<project>/messages:send`. */
export async function sendMessage(
  { oauth, tokens, push }: FcmSender,
  project: string,
  authorization: string | undefined,
  body: unknown,
): Promise<Answer> {
  const sender = oauth.projectOfToken(authorization);
  if (!sender) return fcmError('UNAUTHENTICATED');
  if (sender !== project) return fcmError('PERMISSION_DENIED');
  const { message = {}, validate_only: isTrial } = (body ?? {}) as {
    message?: Message;
    validate_only?: boolean;
  };
  const problem = problemOf(message);
  if (problem) return fcmError('INVALID_ARGUMENT', problem);
  const known = tokens.find(String(message.token));
  if (!known) return fcmError('UNREGISTERED');
  if (known.project !== project) return fcmError('SENDER_ID_MISMATCH');
  const payload = Buffer.from(JSON.stringify(payloadOf(message)));
  if (payload.length > maxPlaintext) return fcmError('INVALID_ARGUMENT', 'Message is too big.');
  const sent = (id: string): Answer => ({
    status: 200,
    body: { name: `projects/${project}/messages/${id}` },
  });
  if (isTrial) return sent('fake_message_id');
  const encrypted = Buffer.from(await encryptPush(known.web, payload));
  const status = await push(known.web, encrypted, message.webpush?.headers ?? {});
  if (status === 404 || status === 410) return fcmError('UNREGISTERED');
  if (status >= 300) return fcmError('THIRD_PARTY_AUTH_ERROR');
  return sent(randomUUID());
}

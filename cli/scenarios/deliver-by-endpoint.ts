import type { MadeStep } from '../../lib/model/entry';
import type { SubscriptionState } from '../../lib/model/page-state';
import { phrase } from '../../lib/model/phrase';
import { encryptPush } from '../../lib/push/encrypt';
import { CouldNotCheck } from '../could-not-check';

/** How long the push service may take to answer, milliseconds. */
const timeoutMs = 15_000;

/** Encrypts a push and posts it to a subscription's endpoint; gives the step of it. Rejects where the push service does not take it: no site is to blame for that. */
export const deliverByEndpoint = async (
  { endpoint, p256dh, auth }: SubscriptionState,
  data: string | null,
): Promise<MadeStep> => {
  if (!p256dh || !auth) throw new CouldNotCheck(phrase('checkPushNoSubscription'));
  const body =
    data === null ? undefined : await encryptPush({ p256dh, auth }, new TextEncoder().encode(data));
  const headers: Record<string, string> = {
    TTL: '60',
    ...(body && {
      'Content-Encoding': 'aes128gcm',
      'Content-Type': 'application/octet-stream',
    }),
  };
  const time = Date.now();
  const { status, text } = await fetch(endpoint, {
    method: 'POST',
    headers,
    signal: AbortSignal.timeout(timeoutMs),
    ...(body && { body }),
  }).then(
    async (response) => ({ status: response.status, text: await response.text() }),
    (error: Error) => {
      const { message, cause } = error;
      throw new CouldNotCheck(
        phrase('checkPushFailed', cause instanceof Error ? cause.message : message),
      );
    },
  );
  if (status < 200 || status > 299)
    throw new CouldNotCheck(phrase('checkPushServiceAnswered', `${status} ${text.slice(0, 200)}`));
  return {
    kind: 'worker-step',
    name: 'push-service',
    status: 'ok',
    time,
    duration: Date.now() - time,
    detail: {
      data: {
        method: 'POST',
        url: endpoint,
        headers: Object.entries(headers),
        body: null,
        bytes: body?.length ?? 0,
      },
      result: { status, text: text.slice(0, 2_000) },
    },
  };
};

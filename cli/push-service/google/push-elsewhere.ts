import { vapidHeader } from '../../../lib/push/vapid';
import { firebaseStandInKeys, type KeyPair } from '../made-keys';

/** Posts a push for an FCM token to another vendor's push service, as FCM does for a subscription of Firefox; gives its status.
 * `siteKeys`: a site's own keys, which Firebase was given. */
export async function pushElsewhere(
  endpoint: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  siteKeys?: KeyPair,
): Promise<number> {
  const post = async (vapid: KeyPair) => {
    const keys = { ...vapid, subject: 'https://firebase.google.com' };
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        TTL: '2419200',
        ...headers,
        'Content-Encoding': 'aes128gcm',
        Authorization: await vapidHeader(endpoint, keys, Date.now()),
      },
      body: new Uint8Array(body),
    });
    return response.status;
  };
  const status = await post(firebaseStandInKeys);
  return status === 401 && siteKeys ? post(siteKeys) : status;
}

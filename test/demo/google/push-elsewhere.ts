import { vapidHeader } from '../../../lib/push/vapid';
import { demoVapidKeys, firebaseStandInKeys } from '../sdk-config';

/** Posts a push for an FCM token to another vendor's push service, as FCM does for a subscription of Firefox; gives its status. */
export async function pushElsewhere(
  endpoint: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const post = async (vapid: typeof demoVapidKeys) => {
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
  // A site's own key, which Firebase was given.
  return status === 401 ? post(demoVapidKeys) : status;
}

import { createPublicKey, verify } from 'node:crypto';

/** Why a push is refused: no VAPID header at all, one of another key than the subscription's, or a bad one. */
export interface VapidProblem {
  kind: 'missing' | 'other-key' | 'bad';
  text: string;
}

/** Why a push to a restricted subscription is refused, or `null` when its VAPID header is good. */
export function vapidProblem(
  authorization: string | undefined,
  subscriptionKey: string,
  origin: string,
): VapidProblem | null {
  const bad = (text: string): VapidProblem => ({ kind: 'bad', text });
  const [, token, key] = /^vapid t=([^,\s]+),\s*k=(\S+)$/.exec(authorization ?? '') ?? [];
  if (!token || !key) return { kind: 'missing', text: 'no VAPID authorization' };
  if (key !== subscriptionKey.replaceAll('=', ''))
    return { kind: 'other-key', text: 'another VAPID key than the subscription' };
  const [header = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const signed = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) return bad('bad VAPID signature');
  const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  if (aud !== origin) return bad(`VAPID audience ${aud}, expected ${origin}`);
  const left = exp - Date.now() / 1000;
  if (!(left > 0 && left <= 24 * 3600))
    return bad('VAPID expiry is past or more than 24 hours away');
  return null;
}

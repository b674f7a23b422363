import { fromBase64url, toBase64url } from '../model/base64url';
import { type Phrase, phrase } from '../model/phrase';
import type { EpochMs } from '../model/time';

/** Keys of an application server, base64url: 65 bytes and 32 bytes. `subject`: a `mailto:` or `https:` address. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
  subject: string;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const utf8 = new TextEncoder();

const importPair = async (publicKey: Uint8Array, privateKey: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'jwk',
    {
      kty: 'EC',
      crv: 'P-256',
      x: toBase64url(publicKey.slice(1, 33)),
      y: toBase64url(publicKey.slice(33)),
      d: toBase64url(privateKey),
    },
    curve,
    false,
    ['sign'],
  );

/** Whether two keys are a pair: what one signs the other verifies. Browsers differ in what they refuse at import. */
const isPair = async (
  publicKey: Uint8Array<ArrayBuffer>,
  privateKey: Uint8Array,
): Promise<boolean> => {
  try {
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const data = utf8.encode('akpush');
    const signature = await crypto.subtle.sign(
      algorithm,
      await importPair(publicKey, privateKey),
      data,
    );
    const verifier = await crypto.subtle.importKey('raw', publicKey, curve, false, ['verify']);
    return await crypto.subtle.verify(algorithm, verifier, signature, data);
  } catch {
    return false;
  }
};

/** A problem of one of the fields. */
export interface VapidProblem {
  field: keyof VapidKeys;
  text: Phrase;
}

/**
 * What is wrong with VAPID keys for a subscription; `undefined` when they fit. `serverKey`: the subscription's `applicationServerKey`, base64url;
 * `null` when it is not known.
 */
export const vapidProblem = async (
  { publicKey, privateKey, subject }: VapidKeys,
  serverKey: string | null,
): Promise<VapidProblem | undefined> => {
  const open = fromBase64url(publicKey);
  if (open?.length !== 65 || open[0] !== 4)
    return { field: 'publicKey', text: phrase('vapidPublicShape') };
  try {
    await crypto.subtle.importKey('raw', open, curve, false, ['verify']);
  } catch {
    return { field: 'publicKey', text: phrase('vapidNotOnCurve') };
  }
  const bound = serverKey === null ? undefined : fromBase64url(serverKey);
  if (bound && toBase64url(bound) !== toBase64url(open))
    return { field: 'publicKey', text: phrase('vapidOtherKey') };
  const secret = fromBase64url(privateKey);
  if (secret?.length !== 32) return { field: 'privateKey', text: phrase('vapidPrivateShape') };
  if (!(await isPair(open, secret))) return { field: 'privateKey', text: phrase('vapidNotAPair') };
  if (!/^mailto:[^\s@]+@\S+$/.test(subject) && !/^https:\/\/\S+$/.test(subject))
    return { field: 'subject', text: phrase('vapidSubject') };
  return undefined;
};

/** How long a token is good for, seconds; push services take 24 hours at most (RFC 8292, section 2). */
const lifetime = 12 * 3600;

/** The header `Authorization` for a push to an endpoint (RFC 8292). `now`: milliseconds since the epoch. */
export const vapidHeader = async (
  endpoint: string,
  { publicKey, privateKey, subject }: VapidKeys,
  now: EpochMs,
): Promise<string> => {
  const open = fromBase64url(publicKey);
  const secret = fromBase64url(privateKey);
  if (!open || !secret) throw new Error('The VAPID keys are no base64url.');
  const part = (value: object) => toBase64url(utf8.encode(JSON.stringify(value)));
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now / 1000) + lifetime,
    sub: subject,
  };
  const text = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    await importPair(open, secret),
    utf8.encode(text),
  );
  return `vapid t=${text}.${toBase64url(new Uint8Array(signature))}, k=${toBase64url(open)}`;
};

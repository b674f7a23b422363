import { toBase64url } from '../model/base64url';
import type { EpochMs } from '../model/time';
import type { ServiceAccount } from './service-account';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const utf8 = new TextEncoder();

/**
 * Signs that a service account wants to send messages (RFC 7523), which Google exchanges for an access token. `now`: milliseconds since the
 * epoch. Rejects when the key is none of RSA.
 */
export const signClaim = async (
  { email, keyId, key, tokenUri }: ServiceAccount,
  now: EpochMs,
): Promise<string> => {
  const signer = await crypto.subtle.importKey('pkcs8', key, algorithm, false, ['sign']);
  const part = (value: object) => toBase64url(utf8.encode(JSON.stringify(value)));
  const iat = Math.floor(now / 1000);
  const claims = {
    iss: email,
    scope: 'https://www.googleapis.com/auth/firebase.messaging',
    aud: tokenUri,
    iat,
    exp: iat + 3600,
  };
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId && { kid: keyId }) };
  const text = `${part(header)}.${part(claims)}`;
  const signature = await crypto.subtle.sign(algorithm, signer, utf8.encode(text));
  return `${text}.${toBase64url(new Uint8Array(signature))}`;
};

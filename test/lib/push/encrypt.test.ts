import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../lib/model/base64url';
import { encryptPush, maxBody, maxPlaintext } from '../../../lib/push/encrypt';

const bytes = (text: string) => fromBase64url(text) as Uint8Array<ArrayBuffer>;

/** RFC 8291, appendix A. */
const vector = {
  plaintext: 'When I grow up, I want to be a watermelon',
  senderPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  senderPublic:
    'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
  receiverPublic:
    'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  message:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

const senderKeys = async (): Promise<CryptoKeyPair> => {
  const open = bytes(vector.senderPublic);
  const [x, y] = [toBase64url(open.slice(1, 33)), toBase64url(open.slice(33))];
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return {
    publicKey: await crypto.subtle.importKey('raw', open, curve, true, []),
    privateKey: await crypto.subtle.importKey(
      'jwk',
      { ...jwk, d: vector.senderPrivate },
      curve,
      true,
      ['deriveBits'],
    ),
  };
};

describe('an encrypted push', () => {
  it('is the one of RFC 8291, appendix A', async () => {
    const body = await encryptPush(
      { p256dh: vector.receiverPublic, auth: vector.auth },
      new TextEncoder().encode(vector.plaintext),
      { keys: await senderKeys(), salt: bytes(vector.salt) },
    );
    expect(toBase64url(body)).toBe(vector.message);
  });

  it('of the longest text is as large as a push service takes', async () => {
    const keys = { p256dh: vector.receiverPublic, auth: vector.auth };
    const body = await encryptPush(keys, new Uint8Array(maxPlaintext));
    expect(body.length).toBe(maxBody);
  });

  it('is another one each time', async () => {
    const keys = { p256dh: vector.receiverPublic, auth: vector.auth };
    const text = new TextEncoder().encode('x');
    const [first, second] = [await encryptPush(keys, text), await encryptPush(keys, text)];
    expect(toBase64url(first)).not.toBe(toBase64url(second));
  });

  it.each([
    ['', vector.auth],
    [vector.receiverPublic, ''],
    ['no base64 !', vector.auth],
    [vector.receiverPublic.slice(0, 40), vector.auth],
  ])('needs keys: %s %s', async (p256dh, auth) => {
    await expect(encryptPush({ p256dh, auth }, new Uint8Array(1))).rejects.toThrow('no keys');
  });
});

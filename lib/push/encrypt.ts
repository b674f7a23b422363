import { fromBase64url } from '../model/base64url';

/** The keys of a push subscription, base64url. */
export interface PushKeys {
  p256dh: string;
  auth: string;
}

/** What the sender makes anew for each message; given for tests only. */
export interface SenderSecrets {
  keys: CryptoKeyPair;
  salt: Uint8Array<ArrayBuffer>;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The most that a push service takes, bytes (RFC 8030, section 7.2), and what is left of it for the text of an encrypted message. */
export const maxBody = 4096;
export const maxPlaintext = 3993;

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const utf8 = new TextEncoder();

const join = (...parts: readonly Uint8Array[]): Bytes => {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** HKDF with SHA-256 (RFC 5869). */
const derive = async (salt: Bytes, secret: Bytes, info: Bytes, size: number): Promise<Bytes> => {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    key,
    size * 8,
  );
  return new Uint8Array(bits);
};

/**
 * Encrypts a message for a subscription: RFC 8291 with the content encoding `aes128gcm` (RFC 8188) in one record. Rejects with an Error
 * when the subscription's keys are none.
 */
export const encryptPush = async (
  { p256dh, auth }: PushKeys,
  plaintext: Uint8Array,
  secrets?: SenderSecrets,
): Promise<Bytes> => {
  const receiver = fromBase64url(p256dh);
  const authSecret = fromBase64url(auth);
  if (receiver?.length !== 65 || authSecret?.length !== 16)
    throw new Error('The subscription has no keys to encrypt for.');
  const keys = secrets?.keys ?? (await crypto.subtle.generateKey(curve, true, ['deriveBits']));
  const salt = secrets?.salt ?? crypto.getRandomValues(new Uint8Array(16));
  const sender = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const receiverKey = await crypto.subtle.importKey('raw', receiver, curve, false, []);
  const shared = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: receiverKey },
    keys.privateKey,
    256,
  );
  const info = join(utf8.encode('WebPush: info\0'), receiver, sender);
  const secret = await derive(authSecret, new Uint8Array(shared), info, 32);
  const key = await derive(salt, secret, join(utf8.encode('Content-Encoding: aes128gcm\0')), 16);
  const nonce = await derive(salt, secret, join(utf8.encode('Content-Encoding: nonce\0')), 12);
  const cipher = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  // 2 ends the last record.
  const record = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    cipher,
    join(plaintext, Uint8Array.of(2)),
  );
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, maxBody);
  return join(salt, size, Uint8Array.of(sender.length), sender, new Uint8Array(record));
};

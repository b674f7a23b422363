import { createECDH, createHash } from 'node:crypto';

/** Both halves of a key of an application server, base64url. */
export interface KeyPair {
  publicKey: string;
  privateKey: string;
}

/** Keys that are derived from a name: a browser profile that outlives the servers still fits. */
export function keysOf(name: string): KeyPair {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(createHash('sha256').update(name).digest());
  return {
    publicKey: ecdh.getPublicKey('base64url'),
    privateKey: ecdh.getPrivateKey('base64url'),
  };
}

/** By which Google's double is known to Mozilla's, in place of the private half of Firebase's key, which Google alone has. */
export const firebaseStandInKeys = keysOf('Firebase');

import { createHash } from 'node:crypto';

/** The id that Chrome gives an extension with that public key: the first 32 digits of its SHA-256, as letters from a to p. */
export const chromeId = (key: string): string =>
  createHash('sha256')
    .update(Buffer.from(key, 'base64'))
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

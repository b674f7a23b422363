import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate that signed itself, and its key, both as PEM. */
export interface Certificate {
  key: string;
  cert: string;
  /** SHA-256 of its public key, base64, as `--ignore-certificate-errors-spki-list` wants it. */
  spki: string;
}

/** An element of DER (X.690): tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const explicit = (tag: number, part: Uint8Array) => der(0xa0 + tag, part);
const bitString = (bytes: Uint8Array) => der(0x03, Buffer.of(0), bytes);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = oid('550403');
const subjectAltName = oid('551d11');

/** Makes a certificate (RFC 5280) for hosts, good from yesterday for thirty days. Node can read certificates, and make none. */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const publicDer = publicKey.export({ type: 'spki', format: 'der' });
  const day = 24 * 3600 * 1000;
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from('Loopback double')))));
  const names = sequence(...hosts.map((host) => der(0x82, Buffer.from(host))));
  const body = sequence(
    explicit(0, der(0x02, Buffer.of(2))),
    // Neither zero nor negative.
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + 30 * day))),
    name,
    publicDer,
    explicit(3, sequence(sequence(subjectAltName, der(0x04, names)))),
  );
  const whole = sequence(body, ecdsaWithSha256, bitString(sign('sha256', body, privateKey)));
  const lines = whole.toString('base64').replace(/.{1,64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
    spki: createHash('sha256').update(publicDer).digest('base64'),
  };
}

import { createHash, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCertificate } from '../../../cli/push-service/google/certificate';

test('a certificate that Node reads: hosts, dates, its own signature, its key', () => {
  const hosts = ['localhost', 'fcm.googleapis.com', `${'long-'.repeat(12)}name.example`];
  const { cert, key, spki } = makeCertificate(hosts);
  const read = new X509Certificate(cert);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkIssued(read)).toBe(true);
  for (const host of hosts) expect(read.checkHost(host)).toBe(host);
  expect(read.checkHost('other.example')).toBeUndefined();
  expect(Date.parse(read.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now());
  const publicKey = read.publicKey.export({ type: 'spki', format: 'der' });
  expect(spki).toBe(createHash('sha256').update(publicKey).digest('base64'));
  expect(key).toContain('BEGIN PRIVATE KEY');
  expect(makeCertificate(hosts).spki).not.toBe(spki);
});

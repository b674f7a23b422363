import { createPublicKey, createVerify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../lib/model/base64url';
import { vapidHeader, vapidProblem } from '../../../lib/push/vapid';
import { demoVapidKeys } from '../../demo/sdk-config';

const keys = { ...demoVapidKeys, subject: 'mailto:push@tea.example' };
const other = Buffer.alloc(32, 3).toString('base64url');

describe('VAPID keys', () => {
  it('fit the subscription', async () => {
    expect(await vapidProblem(keys, keys.publicKey)).toBeUndefined();
    expect(await vapidProblem(keys, null)).toBeUndefined();
    const padded = `${keys.publicKey.replaceAll('-', '+').replaceAll('_', '/')}=`;
    expect(await vapidProblem({ ...keys, publicKey: padded }, keys.publicKey)).toBeUndefined();
  });

  it.each([
    [{ publicKey: 'x' }, 'publicKey', 'vapidPublicShape'],
    [{ publicKey: Buffer.alloc(65, 4).toString('base64url') }, 'publicKey', 'vapidNotOnCurve'],
    [{ privateKey: 'short' }, 'privateKey', 'vapidPrivateShape'],
    [{ privateKey: other }, 'privateKey', 'vapidNotAPair'],
    [{ subject: 'tea' }, 'subject', 'vapidSubject'],
  ])('%j: the problem is named at its field', async (change, field, key) => {
    const problem = await vapidProblem({ ...keys, ...change }, null);
    expect(problem).toMatchObject({ field, text: { key } });
  });

  it('of another subscription are refused', async () => {
    const bound = Buffer.alloc(65, 4).toString('base64url');
    expect(await vapidProblem(keys, bound)).toMatchObject({ text: { key: 'vapidOtherKey' } });
  });

  it('sign a token that the push service can verify', async () => {
    const now = Date.UTC(2026, 10, 25);
    const header = await vapidHeader('https://push.example/send/abc', keys, now);
    const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(header) ?? [];
    const [head = '', claims = '', signature = ''] = token.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(head)).toEqual({ typ: 'JWT', alg: 'ES256' });
    expect(read(claims)).toEqual({
      aud: 'https://push.example',
      exp: now / 1000 + 12 * 3600,
      sub: keys.subject,
    });
    const open = fromBase64url(key) as Uint8Array;
    const [x, y] = [toBase64url(open.slice(1, 33)), toBase64url(open.slice(33))];
    const publicKey = createPublicKey({
      key: { kty: 'EC', crv: 'P-256', x, y },
      format: 'jwk',
    });
    const verify = createVerify('SHA256').update(`${head}.${claims}`);
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify.verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import {
  type FcmErrorName,
  fcmError,
  fcmErrorNames,
} from '../../../cli/push-service/google/fcm-errors';
import { provideMessages } from '../../../lib/i18n/message';
import { explainGoogle } from '../../../lib/outcome/explain-google';
import english from '../../../public/_locales/en/messages.json';
import { worded } from '../../support/worded';

beforeAll(() => provideMessages(english));

const explained = (...asked: Parameters<typeof explainGoogle>) => worded(explainGoogle(...asked));

const texts: Record<FcmErrorName, [why: string, next: string]> = {
  UNREGISTERED: ['no longer valid', 'removeToken'],
  SENDER_ID_MISMATCH: ['another Firebase project', 'config.firebase.projectId'],
  INVALID_ARGUMENT: ['a field of the message', 'names the field'],
  THIRD_PARTY_AUTH_ERROR: ['web push key', 'Web Push certificates'],
  QUOTA_EXCEEDED: ['too many', 'Wait'],
  UNAVAILABLE: ['overloaded', 'later'],
  INTERNAL: ['overloaded', 'later'],
  UNAUTHENTICATED: ['access token is wrong', 'hour'],
  PERMISSION_DENIED: ['may not send', 'role'],
  SERVICE_DISABLED: ['not enabled', 'Enable'],
};

describe('a refusal of FCM', () => {
  it.each(fcmErrorNames)('%s is explained, with Google’s words', (name) => {
    const { status, body } = fcmError(name, 'The words of Google.');
    const { sentence, next } = explained('push-service', status, JSON.stringify(body));
    const [why, advice] = texts[name];
    expect(sentence).toContain(why);
    expect(sentence).toContain(String(status));
    expect(sentence).toContain('The words of Google.');
    expect(next).toContain(advice);
    if (!/UNAUTHENTICATED|PERMISSION_DENIED/.test(name)) expect(sentence).toContain(name);
  });

  it.each<[number, string, string]>([
    [
      404,
      '{"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND"}}',
      'no longer valid',
    ],
    [401, '', 'access token is wrong'],
    [403, '<html>Forbidden</html>', 'may not send'],
    [502, '<html>Bad Gateway</html>', 'overloaded'],
    [429, '{}', 'too many'],
    [404, '<html>Not Found</html>', 'an unknown answer'],
    [418, '{"error":{"status":"TEAPOT","message":"short and stout"}}', 'short and stout'],
    [400, '{"error":{"details":"none"}}', 'a field of the message'],
    [404, '{"error":{"status":"constructor"}}', 'an unknown answer'],
    [404, 'null', 'an unknown answer'],
  ])('%i %s', (status, answer, words) => {
    expect(explained('push-service', status, answer).sentence).toContain(words);
  });
});

describe('a refusal of the exchange', () => {
  const refusal = (error: string, error_description?: string) =>
    explained('access-token', 400, JSON.stringify({ error, error_description }));

  it.each([
    [
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
      'clock',
    ],
    ['Invalid JWT Signature.', 'deleted'],
    ['Invalid grant: account not found', 'Service accounts'],
    ['Bad Request', 'clock first'],
    [undefined, 'clock first'],
  ])('invalid_grant: %s', (words, advice) => {
    const { sentence, next } = refusal('invalid_grant', words);
    expect(sentence).toContain('invalid_grant 400');
    expect(sentence).toContain(words ?? '');
    expect(next).toContain(advice);
  });

  it('another one is told in Google’s words', () => {
    const { sentence } = refusal('invalid_scope', 'Invalid OAuth scope.');
    expect(sentence).toContain('invalid_scope 400');
    expect(sentence).toContain('Invalid OAuth scope.');
  });

  it('a server that is down, an answer without a token', () => {
    expect(explained('access-token', 503, '').sentence).toContain('overloaded');
    expect(explained('access-token', 200, 'Please log in').sentence).toContain('Please log in');
  });

  it('long words and hidden characters are one short line', () => {
    const { sentence } = refusal('invalid_scope', `a\n\u202e${'b'.repeat(1_000)}`);
    expect(sentence).not.toContain('\n');
    expect(sentence.length).toBeLessThan(500);
  });
});

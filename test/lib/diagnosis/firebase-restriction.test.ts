import { expect, test } from 'vitest';
import type { Encoded } from '../../../lib/model/encoded-value';
import { provideEnglish } from '../../../scripts/provide-english';
import { findIn, healthyEntries } from '../../support/make-input';
import { makeEntry } from '../../support/make-session';

/* Why Firebase refuses, in Google's own words. */

provideEnglish();

const refused = (error: Encoded, httpStatus = 403) =>
  findIn({
    entries: [
      ...healthyEntries({ browsers: { Firefox: { isFirebase: true } } }),
      makeEntry('request', {
        id: 5,
        name: 'installations',
        status: 'failed',
        detail: {
          url: 'https://firebaseinstallations.googleapis.com/v1/projects/tea/installations',
          httpStatus,
          response: { error },
        },
      }),
    ],
  }).find(({ id }) => id === 'firebase-refused');
const withReason = (reason: string) => ({
  code: 403,
  message: 'Requests are blocked.',
  status: 'PERMISSION_DENIED',
  details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }],
});

test.each([
  ['API_KEY_HTTP_REFERRER_BLOCKED', 'https://shop.example is not one of them'],
  ['API_KEY_IP_ADDRESS_BLOCKED', 'IP addresses'],
  ['API_KEY_ANDROID_APP_BLOCKED', 'Android or iOS'],
  ['API_KEY_IOS_APP_BLOCKED', 'Android or iOS'],
  ['API_KEY_SERVICE_BLOCKED', 'firebaseinstallations.googleapis.com'],
  ['SERVICE_DISABLED', 'is not enabled'],
  ['API_KEY_INVALID', 'does not know this API key'],
  ['CONSUMER_INVALID', 'do not belong together'],
  ['RATE_LIMIT_EXCEEDED', 'quota'],
])('%s', (reason, sentence) => {
  const finding = refused(withReason(reason));
  expect(finding?.sentence).toContain(sentence);
  expect(finding?.evidence).toContainEqual({ type: 'fact', label: 'installations', text: reason });
});

test('one that it does not name is told in its words', () => {
  const finding = refused({ code: 403, message: 'No.', status: 'PERMISSION_DENIED' });
  expect(finding?.title).toBe('Firebase rejected installations: HTTP 403');
  expect(JSON.stringify(finding?.evidence)).toContain('PERMISSION_DENIED');
});

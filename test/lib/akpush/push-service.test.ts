import { expect, test } from 'vitest';
import { pushServiceName, shortPushServiceName } from '../../../lib/akpush/push-service';

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', 'Firebase Cloud Messaging'],
  [
    'https://jmt17.google.com/fcm/send/abc',
    'Firebase Cloud Messaging (Chromium, Chrome Dev, Canary)',
  ],
  ['https://jmt23.google.com/wp/abc', 'Firebase Cloud Messaging (Chromium, Chrome Dev, Canary)'],
  ['https://google.com/fcm/send/abc', 'google.com'],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', 'Mozilla autopush'],
  ['https://wns2-par02p.notify.windows.com/w/?token=x', 'Windows Push Notification Services'],
  ['https://web.push.apple.com/abc', 'Apple Push Notification service'],
  ['http://127.0.0.1:8000/wpush/x', '127.0.0.1:8000'],
  ['https://jmt17.google.com.example/abc', 'jmt17.google.com.example'],
  ['no address', 'no address'],
])('%s is of %s', (endpoint, name) => {
  expect(pushServiceName(endpoint)).toBe(name);
});

test('where there is little room, a service has its name alone, and another its host', () => {
  expect(shortPushServiceName('https://jmt17.google.com/fcm/send/abc')).toBe(
    'Firebase Cloud Messaging',
  );
  expect(shortPushServiceName('https://push.example/abc')).toBe('push.example');
});

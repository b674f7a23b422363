import { expect, test } from 'vitest';
import { requestName } from '../../../lib/akpush/request-name';

const pixel = 'https://pxl.example.com/pixel?';

test.each([
  [`${pixel}_push_pix=/push/subscription/save`, 'save'],
  [`${pixel}_push_pix=/push/subscription/update&x=1`, 'update'],
  [`${pixel}a=b&_push_pix=%2Fpush%2Fsubscription%2Fsuspend#top`, 'suspend'],
  [`${pixel}_push_pix=/push/subscription/delete`, 'delete'],
  [`${pixel}_push_pix=/push/content/get`, 'content/get'],
  [`${pixel}_push_pix=/set_cookie_only`, 'set_cookie_only'],
  [`${pixel}_push_pix=`, '_push_pix'],
  [`${pixel}_push_pix=%E0%A4%A`, '%E0%A4%A'],
  ['https://firebaseinstallations.googleapis.com/v1/projects/p/installations', 'installations'],
  ['https://fcmregistrations.googleapis.com/v1/projects/p/registrations/t', 'registrations'],
  ['https://fcm.googleapis.com/fcm/connect/subscribe', 'fcm/connect/subscribe'],
  ['https://shop.example/own/path', 'request'],
])('%s is %s', (url, name) => {
  expect(requestName(url)).toBe(name);
});

import { expect, test } from 'vitest';
import { importVendor, workerVendor } from '../../../lib/akpush/worker-vendor';

test.each([
  ['https://shop.example/OneSignalSDKWorker.js', 'OneSignal'],
  ['https://shop.example/push/onesignalsdk/sw.js?id=1', 'OneSignal'],
  ['https://shop.example/ngsw-worker.js', 'Angular'],
  // Neither the site's name nor what it hands over is the program.
  ['https://mindbox-shop.example/sw.js', null],
  ['https://shop.example/sw.js?from=workbox', null],
  ['https://shop.example/sw.js#/braze', null],
])('the worker %s: %s', (url, vendor) => {
  expect(workerVendor(url)).toBe(vendor);
});

test.each([
  ['https://cdn.moengage.com/webpush/releases/serviceworker_cdn.min.js', 'MoEngage'],
  ['https://www.gstatic.com/firebasejs/10.0.0/firebase-app-compat.js', 'Firebase'],
  ['https://cdn.example/push.js?site=mindbox', null],
])('the library %s: %s', (url, vendor) => {
  expect(importVendor(url)).toBe(vendor);
});

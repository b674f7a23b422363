import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import {
  explainSubscribeError,
  explainWorkerError,
  isPermissionError,
} from '../../../lib/outcome/explain-error';
import english from '../../../public/_locales/en/messages.json';
import { worded } from '../../support/worded';

beforeAll(() => provideMessages(english));

const chromium = (why: string, script = 'https://shop.example/service-worker.js?browser=Chrome') =>
  `Failed to register a ServiceWorker for scope ('https://shop.example/') with script ('${script}'): ${why}`;

describe('an error of register', () => {
  it.each([
    [
      'worker-http',
      'TypeError',
      chromium('A bad HTTP response code (404) was received when fetching the script.'),
      'returned an error',
    ],
    [
      'worker-http',
      'TypeError',
      'Failed to register/update a ServiceWorker for scope ‘https://shop.example/’: Load failed with status 404 for script ‘https://shop.example/service-worker.js’.',
      'returned an error',
    ],
    [
      'worker-mime',
      'SecurityError',
      chromium("The script has an unsupported MIME type ('text/html')."),
      'not JavaScript',
    ],
    [
      'worker-mime',
      'SecurityError',
      'Failed to register/update a ServiceWorker for scope ‘https://shop.example/’: Bad Content-Type of ‘text/html’ received for script ‘https://shop.example/service-worker.js’.  Must be a JavaScript MIME type.',
      'not JavaScript',
    ],
    [
      'worker-redirect',
      'SecurityError',
      chromium('The script resource is behind a redirect, which is disallowed.'),
      'is redirected',
    ],
    [
      'worker-certificate',
      'SecurityError',
      chromium('An SSL certificate error occurred when fetching the script.'),
      'certificate is not valid',
    ],
    [
      'worker-scope',
      'SecurityError',
      chromium(
        "The path of the provided scope ('/') is not under the max scope allowed ('/push/'). Adjust the scope, move the Service Worker script, or use the Service-Worker-Allowed HTTP header to allow the scope.",
      ),
      'wider than the script’s folder',
    ],
    [
      'worker-scope',
      'SecurityError',
      'Failed to register a ServiceWorker: The path of the provided scope ‘/’ is not under the max scope allowed ‘/push/’. Adjust the scope, move the Service Worker script, or use the Service-Worker-Allowed HTTP header to allow the scope.',
      'wider than the script’s folder',
    ],
    [
      'worker-origin',
      'SecurityError',
      "Failed to register a ServiceWorker: The origin of the provided scriptURL ('https://cdn.example') does not match the current origin ('https://shop.example').",
      'on another site',
    ],
    [
      'worker-script',
      'TypeError',
      chromium('ServiceWorker script evaluation failed'),
      'its script threw',
    ],
    [
      'worker-script',
      'NetworkError',
      "Failed to execute 'importScripts' on 'WorkerGlobalScope': The script at 'https://pxl.example.com/service-worker.js?id=MXwz' failed to load.",
      'importScripts did not load',
    ],
    ['worker-script', 'redundant', '', 'its script threw'],
    [
      'worker-install',
      'TypeError',
      'ServiceWorker script at https://shop.example/service-worker.js?browser=Firefox for scope https://shop.example/ encountered an error during installation.',
      'Firefox does not say which',
    ],
    ['worker-insecure', 'SecurityError', 'The operation is insecure.', 'considers it insecure'],
    [
      'worker-unreachable',
      'TypeError',
      chromium('An unknown error occurred when fetching the script.'),
      'could not be fetched',
    ],
    [
      'worker-other',
      'InvalidStateError',
      chromium('The document is in an invalid state.'),
      'only the browser’s message',
    ],
  ])('%s: %s: %s', (cause, name, text, part) => {
    const explained = worded(explainWorkerError({ name, message: text }));
    expect(explained.cause).toBe(cause);
    expect(explained.meaning).toContain(part);
    expect(explained.next).not.toBe('');
  });

  it('a script that is not there is said to be put there', () => {
    const text = chromium('A bad HTTP response code (404) was received when fetching the script.');
    expect(worded(explainWorkerError({ name: 'TypeError', message: text })).next).toContain(
      'Publish service-worker.js where the SDK looks for it',
    );
  });

  it.each([
    'https://ssl.shop.example/service-worker.js?browser=Chrome',
    'https://shop.example/redirect/service-worker.js?browser=Chrome',
    'https://shop.example/evaluation/service-worker.js?browser=Chrome',
    'https://shop.example/importScripts/service-worker.js?browser=Chrome',
  ])('is not explained by the words of its URL: %s', (script) => {
    const text = chromium('An unknown error occurred when fetching the script.', script);
    expect(explainWorkerError({ name: 'TypeError', message: text }).cause).toBe(
      'worker-unreachable',
    );
  });
});

describe('an error of subscribe', () => {
  it.each([
    [
      'subscribe-no-key',
      'AbortError',
      'Registration failed - missing applicationServerKey, and manifest empty or missing',
      'no VAPID public key',
    ],
    [
      'subscribe-no-key',
      'AbortError',
      'Registration failed - missing applicationServerKey, and gcm_sender_id not found in manifest',
      'no VAPID public key',
    ],
    [
      'subscribe-other-key',
      'InvalidStateError',
      'Registration failed - A subscription with a different applicationServerKey (or gcm_sender_id) already exists; to change the applicationServerKey, unsubscribe then resubscribe.',
      'another VAPID key',
    ],
    [
      'subscribe-other-key',
      'InvalidStateError',
      'A subscription with a different application server key already exists.',
      'another VAPID key',
    ],
    [
      'subscribe-other-key',
      'InvalidStateError',
      'The key does not fit the one of the subscription.',
      'another VAPID key',
    ],
    [
      'subscribe-bad-key',
      'InvalidAccessError',
      'Invalid raw ECDSA P-256 public key.',
      'not a P-256 public key',
    ],
    [
      'subscribe-bad-key',
      'InvalidAccessError',
      "Failed to execute 'subscribe' on 'PushManager': The provided applicationServerKey is not valid.",
      'not a P-256 public key',
    ],
    [
      'subscribe-bad-key',
      'InvalidCharacterError',
      "Failed to execute 'subscribe' on 'PushManager': The provided applicationServerKey is not encoded as base64url without padding.",
      'not a P-256 public key',
    ],
    [
      'subscribe-bad-key',
      'Error',
      'String contains an invalid character',
      'not a P-256 public key',
    ],
    [
      'subscribe-no-service',
      'AbortError',
      'Registration failed - push service not available',
      'no push service',
    ],
    [
      'subscribe-service-off',
      'AbortError',
      'Registration failed - push service error',
      'switched off',
    ],
    [
      'subscribe-unreachable',
      'AbortError',
      'Registration failed - could not connect to push server',
      'cannot reach',
    ],
    ['subscribe-unreachable', 'AbortError', 'Error retrieving push subscription.', 'cannot reach'],
    [
      'subscribe-user-visible',
      'NotAllowedError',
      'Chrome currently only supports the Push API for subscriptions that will result in user-visible messages. You can indicate this by calling pushManager.subscribe({userVisibleOnly: true}) instead.',
      'without userVisibleOnly',
    ],
    ['subscribe-storage', 'AbortError', 'Registration failed - storage error', 'cannot be read'],
    ['subscribe-storage', 'AbortError', 'Registration failed - storage corrupt', 'cannot be read'],
    [
      'subscribe-limit',
      'AbortError',
      'Registration failed - registration limit has been reached',
      'too many',
    ],
    [
      'subscribe-no-worker',
      'AbortError',
      'Subscription failed - no active Service Worker',
      'no active service worker',
    ],
    [
      'subscribe-no-worker',
      'AbortError',
      'Registration failed - no Service Worker',
      'no active service worker',
    ],
    [
      'subscribe-no-worker',
      'InvalidStateError',
      'Subscription failed - no active Service Worker',
      'no active service worker',
    ],
    [
      'subscribe-retry',
      'AbortError',
      'Registration failed - could not retrieve the public key',
      'was interrupted',
    ],
    ['subscribe-retry', 'AbortError', 'Registration failed - renderer shutdown', 'was interrupted'],
    ['subscribe-other', 'AbortError', 'Registration failed', 'only the browser’s message'],
    ['subscribe-other', 'InvalidStateError', 'The document is gone', 'only the browser’s message'],
  ])('%s: %s: %s', (cause, name, text, part) => {
    const explained = worded(explainSubscribeError({ name, message: text }));
    expect(explained.cause).toBe(cause);
    expect(explained.meaning).toContain(part);
    expect(explained.next).not.toBe('');
  });

  it.each([
    ['NotAllowedError', 'User denied permission to use the Push API.', true],
    ['NotAllowedError', 'Registration failed - permission denied', true],
    ['AbortError', 'Registration failed - permission denied', true],
    ['Error', 'The user denied permission', true],
    ['AbortError', 'Registration failed - push service error', false],
  ])('%s: %s is one of permission: %s', (name, text, wanted) => {
    expect(isPermissionError({ name, message: text })).toBe(wanted);
  });
});

/** Names in the scripts of other vendors' push workers, by the file names that their documentation gives. */
const vendors: readonly (readonly [RegExp, string])[] = [
  [/OneSignalSDK/i, 'OneSignal'],
  [/firebase-messaging|\/firebasejs\//i, 'Firebase'],
  [/pushwoosh/i, 'Pushwoosh'],
  [/mindbox/i, 'Mindbox'],
  [/sendpulse|\/sp-push-worker/i, 'SendPulse'],
  [/pushengage/i, 'PushEngage'],
  [/webpushr/i, 'Webpushr'],
  [/gravitec|\/push-worker\.js/i, 'Gravitec'],
  [/sendsay/i, 'Sendsay'],
  [/carrotquest/i, 'Carrot quest'],
  [/braze|appboy/i, 'Braze'],
  [/clevertap/i, 'CleverTap'],
  [/moengage/i, 'MoEngage'],
  [/wonderpush/i, 'WonderPush'],
  [/pushpad/i, 'Pushpad'],
  [/izooto/i, 'iZooto'],
  [/batchsdk|batch-sdk/i, 'Batch'],
  [/ngsw-worker\.js|safety-worker\.js/i, 'Angular'],
  [/workbox/i, 'Workbox'],
];

/** The vendor of a library that a worker imports, where its host or its path says so. */
export const importVendor = (url: string): string | null => {
  const place = url.replace(/[?#].*/s, '');
  return vendors.find(([pattern]) => pattern.test(place))?.[1] ?? null;
};

/** The vendor of a worker that is not the SDK's, where its script's path says so: the host is the site's, and may be named after anything. */
export const workerVendor = (scriptURL: string): string | null =>
  importVendor(scriptURL.replace(/^\w+:\/\/[^/]*/, ''));

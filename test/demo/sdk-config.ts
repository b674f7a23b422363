import { keysOf } from '../../cli/push-service/made-keys';
import type { Generation, Variant } from './variant';

/** The application server key of the demo's builds, both halves, as base64url. */
export const demoVapidKeys = keysOf('Northwind Tea');

/** As long as a key, but no point of the curve. */
const badKey = Buffer.alloc(65, 7).toString('base64url');

function serverPaths(generation: Generation): Record<string, unknown> {
  const path = (action: string) => `/pixel?_push_pix=/push/subscription/${action}`;
  const [save, remove, update] = [path('save'), path('delete'), path('update')];
  if (generation === 'g6') {
    return { serverActionHandlers: { save, delete: remove, update, suspend: path('suspend') } };
  }
  return { serverSavePath: save, serverDeletePath: remove, serverUpdatePath: update };
}

/** Where the worker's script is, when it is not where the SDK has it by default. */
const workerPaths: Partial<Record<Variant['worker'], string>> = {
  subfolder: '/push/service-worker.js',
  renamed: '/push-worker.js',
};

/** The configuration that Altcraft builds into the SDK, with the Altcraft double for a server. */
export function builtInConfig(generation: Generation, variant: Variant, altcraftUrl: string) {
  const firebase = variant.mode === 'firebase';
  const isSecond = variant.account === 'second';
  const browser = variant.mode === 'safari' ? 'Safari' : variant.browser;
  return {
    debug: false,
    isTest: false,
    resourceToken: isSecond ? 'c291dGh3aW5kLXRlYQ.Mnw0' : 'bm9ydGh3aW5kLXRlYQ.MXwz',
    apiServerHost: new URL(altcraftUrl).host,
    serverURL: isSecond ? `${altcraftUrl}/second` : altcraftUrl,
    swPath: workerPaths[variant.worker] ?? '/service-worker.js',
    // Not a field of the SDK: builds of 2018 have it in their code.
    ...(generation === 'g1' && { hasPlainWorker: true }),
    ...((generation === 'g5' || generation === 'g6') && {
      vapidKey: variant.key === 'bad' ? badKey : demoVapidKeys.publicKey,
    }),
    firebase: {
      apiKey: 'AIzaSyDemoDemoDemoDemoDemoDemoDemoDemo1',
      projectId: 'northwind-tea',
      messagingSenderId: '314159265358',
      appId: '1:314159265358:web:0123456789abcdef',
      // Not fields of the SDK: where the double finds the doubles of Firebase's hosts and scripts, and how old its library is.
      apiURL: altcraftUrl,
      scriptsURL: variant.scripts === 'missing' ? `${altcraftUrl}/missing` : altcraftUrl,
      isBefore2024: variant.fcm === 'before-2024',
    },
    browsers: {
      Chrome: { isFirebase: firebase },
      Firefox: { isFirebase: firebase },
      Opera: { isFirebase: firebase },
      'Yandex Browser': { isFirebase: firebase },
      'Samsung Internet for Android': { isFirebase: firebase },
      Safari: { websitePushID: 'web.tea.northwind', websitePushAPI: `${altcraftUrl}/safari` },
    },
    allFirebase: false,
    expirationSWChrome: 900,
    randomPrefix: 'Shahkoop2aeleiv8Ierief_',
    cookieID: '',
    ...(browser && { browser }),
    ...serverPaths(generation),
  };
}

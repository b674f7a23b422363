import { createECDH, createHash } from 'node:crypto';
import type { Generation, Variant } from './variant';

// Derived from a name, so that a browser profile that outlives the servers still fits.
const ecdh = createECDH('prime256v1');
ecdh.setPrivateKey(createHash('sha256').update('Northwind Tea').digest());

/** The application server key of the demo's builds, both halves, as base64url. */
export const demoVapidKeys = {
  publicKey: ecdh.getPublicKey('base64url'),
  privateKey: ecdh.getPrivateKey('base64url'),
};

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

/** The configuration that Altcraft builds into the SDK, with the Altcraft double for a server. */
export function builtInConfig(generation: Generation, variant: Variant, altcraftUrl: string) {
  const firebase = variant.mode === 'firebase';
  const browser = variant.mode === 'safari' ? 'Safari' : variant.browser;
  return {
    debug: false,
    isTest: false,
    resourceToken: 'bm9ydGh3aW5kLXRlYQ.MXwz',
    apiServerHost: new URL(altcraftUrl).host,
    serverURL: altcraftUrl,
    swPath: variant.worker === 'subfolder' ? '/push/service-worker.js' : '/service-worker.js',
    ...((generation === 'g5' || generation === 'g6') && {
      vapidKey: variant.key === 'bad' ? badKey : demoVapidKeys.publicKey,
    }),
    firebase: {
      apiKey: 'AIzaSyDemoDemoDemoDemoDemoDemoDemoDemo1',
      projectId: 'northwind-tea',
      messagingSenderId: '314159265358',
      appId: '1:314159265358:web:0123456789abcdef',
      // Not fields of the SDK: where the double finds the doubles of Firebase's hosts, scripts and default key.
      apiURL: altcraftUrl,
      scriptsURL: altcraftUrl,
      defaultVapidKey: demoVapidKeys.publicKey,
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

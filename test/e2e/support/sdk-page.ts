import type { Page } from './browser';

type Call = (...args: unknown[]) => Promise<unknown>;

declare const akpush: Record<string, Call>;
declare const AKPush: { removeToken(): Promise<unknown> };

/** Calls a method of the page's instance with a profile, or `removeToken`; gives what it resolved to as JSON, or its rejection's text. */
export const callSdk = (page: Page, method = 'initSubscription'): Promise<string> =>
  page.evaluate(async (name: string) => {
    const profile = { email: 'mira@example.com' };
    try {
      const result = await (name === 'removeToken'
        ? AKPush.removeToken()
        : akpush[name]?.(profile));
      return JSON.stringify(result) ?? 'undefined';
    } catch (error) {
      return String(error);
    }
  }, method);

/** A worker's registration as the page sees it. */
export interface SeenRegistration {
  scope: string;
  script: string;
  endpoint: string | null;
  key: string | null;
}

/** What an SDK has left in the browser. */
export interface SeenState {
  registrations: SeenRegistration[];
  token: string | null;
  databases: string[];
}

/** Reads it in the page. */
export const readSdkState = (page: Page): Promise<SeenState> =>
  page.evaluate(async () => {
    const tokenKey = 'Shahkoop2aeleiv8Ierief_current_token';
    const base64url = (bytes: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+$/, '');
    const all = await navigator.serviceWorker.getRegistrations();
    const registrations = await Promise.all(
      all.map(async ({ scope, active, waiting, installing, pushManager }) => {
        const subscription = await pushManager.getSubscription();
        const key = subscription?.options.applicationServerKey;
        return {
          scope: new URL(scope).pathname,
          script: new URL((active ?? waiting ?? installing)?.scriptURL ?? '', location.href)
            .pathname,
          endpoint: subscription?.endpoint ?? null,
          key: key ? base64url(key) : null,
        };
      }),
    );
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '').sort();
    const cached = () =>
      new Promise<string | null>((resolve, reject) => {
        const opening = indexedDB.open('localforage');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database
            .transaction('keyvaluepairs')
            .objectStore('keyvaluepairs')
            .get(tokenKey);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result ?? null);
          };
        };
      });
    const stored = localStorage.getItem(tokenKey) ?? localStorage.getItem('current_token');
    const token = stored ?? (databases.includes('localforage') ? await cached() : null);
    return { registrations, databases, token };
  });

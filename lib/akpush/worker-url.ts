/** What the script URL of the SDK's worker says. */
export interface WorkerUrl {
  /** Whether the SDK takes a registration with this script for its own. */
  isOwn: boolean;
  /** Whether it is the SDK's file without a query: builds of 2018 register it so. */
  isPlain: boolean;
  /** The browser that the worker picks its push mode by; `null`: it installs no push handler. */
  browser: string | null;
  /** The `expiration` number: the window of time that the script was registered in. Chrome only. */
  expiration: number | null;
}

/** Reads a worker's script URL. The SDK knows its own by `/service-worker.js?browser` in it. */
export const readWorkerUrl = (scriptURL: string): WorkerUrl => {
  const isOwn = scriptURL.includes('/service-worker.js?browser');
  if (!URL.canParse(scriptURL)) return { isOwn, isPlain: false, browser: null, expiration: null };
  const { pathname, search, searchParams } = new URL(scriptURL);
  const number = searchParams.get('expiration');
  return {
    isOwn,
    isPlain: pathname.endsWith('/service-worker.js') && search === '',
    browser: searchParams.get('browser'),
    expiration: number !== null && /^\d{1,12}$/.test(number) ? Number(number) : null,
  };
};

/** The window of time that an `expiration` number stands for, milliseconds since the epoch. `seconds`: `config.expirationSWChrome`. */
export const expirationWindow = (
  expiration: number,
  seconds: number,
): { from: number; to: number } => ({
  from: expiration * seconds * 1000,
  to: (expiration + 1) * seconds * 1000,
});

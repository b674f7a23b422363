import type { SdkConfig } from './sdk-config';

/** How the SDK's worker handles a push. */
export type PushMode = 'firebase' | 'safari' | 'pull';

/** The push mode of a browser, as the SDK and its worker choose it. */
export const pushModeOf = (config: SdkConfig, browser: string): PushMode => {
  if (config.allFirebase || config.browsers[browser]?.isFirebase) return 'firebase';
  return browser === 'Safari' ? 'safari' : 'pull';
};

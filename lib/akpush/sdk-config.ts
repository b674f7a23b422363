import { type Encoded, fieldsOf, isTagged } from '../model/encoded-value';

/** The fields of `instance.config` that say how the SDK works here; `undefined` where the page has something else than expected. */
export interface SdkConfig {
  resourceToken: string | undefined;
  serverURL: string | undefined;
  swPath: string | undefined;
  vapidKey: string | undefined;
  /** Seconds; the SDK's own default is 900. */
  expirationSWChrome: number;
  randomPrefix: string | undefined;
  /** The detected browser. */
  browser: string | undefined;
  debug: boolean | undefined;
  isTest: boolean | undefined;
  allFirebase: boolean;
  /** Under which Firebase's library keeps its token. */
  firebaseAppId: string | undefined;
  /** The project that FCM tokens belong to. */
  firebaseProjectId: string | undefined;
  browsers: Readonly<Record<string, { isFirebase: boolean } | undefined>>;
}

const textIn = (value: Encoded | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
/** The SDK asks no more than whether there is something: the text `false` is. */
const isSomething = (value: Encoded | undefined): boolean => !!value && !isTagged(value);
const booleanIn = (value: Encoded | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** Reads the configuration that the hook has seen. */
export const readConfig = (value: Encoded): SdkConfig => {
  const config = fieldsOf(value);
  const browsers = Object.entries(fieldsOf(config.browsers)).map(
    ([name, each]) => [name, { isFirebase: isSomething(fieldsOf(each).isFirebase) }] as const,
  );
  const seconds = config.expirationSWChrome;
  const host = textIn(config.apiServerHost);
  return {
    resourceToken: textIn(config.resourceToken),
    serverURL: textIn(config.serverURL) ?? (host && `https://${host}`),
    swPath: textIn(config.swPath),
    vapidKey: textIn(config.vapidKey) || undefined,
    expirationSWChrome: typeof seconds === 'number' && seconds > 0 ? seconds : 900,
    randomPrefix: textIn(config.randomPrefix),
    browser: textIn(config.browser),
    debug: booleanIn(config.debug),
    isTest: booleanIn(config.isTest),
    allFirebase: isSomething(config.allFirebase),
    firebaseAppId: textIn(fieldsOf(config.firebase).appId),
    firebaseProjectId: textIn(fieldsOf(config.firebase).projectId) || undefined,
    browsers: Object.fromEntries(browsers),
  };
};

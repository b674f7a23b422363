export type BrowserId =
  | 'Yandex Browser'
  | 'Opera'
  | 'Edge'
  | 'Samsung Internet'
  | 'Firefox'
  | 'Chrome'
  | 'Safari';
export type SystemId = 'Android' | 'Windows' | 'iOS' | 'macOS' | 'ChromeOS' | 'Linux';

/** Browsers by what their user agents say; what is made of Chromium calls itself Chrome too, so that Chrome comes late here. */
const browsers: readonly (readonly [name: BrowserId, pattern: RegExp])[] = [
  ['Yandex Browser', /\bYaBrowser\/(\d{1,4})/],
  ['Opera', /\bOPR\/(\d{1,4})/],
  ['Edge', /\bEdg(?:A|iOS)?\/(\d{1,4})/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d{1,4})/],
  ['Firefox', /\bFirefox\/(\d{1,4})/],
  ['Chrome', /\b(?:Headless)?Chrome\/(\d{1,4})/],
  ['Safari', /\bVersion\/(\d{1,4})[\d.]{0,20} Safari\//],
];

const systems: readonly (readonly [name: SystemId, pattern: RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows NT\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/** What a user agent says of its browser, with the major version, and of its system; `undefined`: none that is known. */
export const readUserAgent = (
  userAgent: string,
): { browser: BrowserId | undefined; version: string; system: SystemId | undefined } => {
  const [found] = browsers.flatMap(([browser, pattern]) => {
    const version = pattern.exec(userAgent)?.[1];
    return version === undefined ? [] : [{ browser, version }];
  });
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return { browser: found?.browser, version: found?.version ?? '', system };
};

/** A user agent in a word: `Chrome 156, Linux`; one that is not known as it is. */
export const browserName = (userAgent: string): string => {
  const { browser, version, system } = readUserAgent(userAgent);
  return browser ? [`${browser} ${version}`, system].filter(Boolean).join(', ') : userAgent;
};

/** What a report says of where it comes from: `AKPush Inspector 1.2.3, Chrome 156, Linux`. `browser`: a user agent. */
export const environmentText = (version: string, browser: string): string =>
  `AKPush Inspector ${version}, ${browserName(browser)}`;

import type { MessageKey } from '../model/message-key';
import { type Phrase, phrase } from '../model/phrase';
import type { SeenStepId } from '../model/seen';
import { type BrowserId, readUserAgent } from './browser-name';

type System = 'windows' | 'mac' | 'linux' | 'android';

/** Systems whose notifications work alike: those of ChromeOS are off in much the same places as on Linux. */
const systemOf = (userAgent: string): System => {
  const { system } = readUserAgent(userAgent);
  if (system === 'Android') return 'android';
  if (system === 'Windows') return 'windows';
  return system === 'macOS' || system === 'iOS' ? 'mac' : 'linux';
};

/** Browsers as systems list them, where that is not the name that a report has. */
const listedAs: Partial<Record<BrowserId, string>> = {
  Edge: 'Microsoft Edge',
  Chrome: 'Google Chrome',
};

const browserOf = (userAgent: string): string => {
  const { browser = 'Chrome' } = readUserAgent(userAgent);
  return listedAs[browser] ?? browser;
};

const bySystem: Readonly<Record<System, readonly SeenStepId[]>> = {
  windows: ['windows-focus', 'windows-app', 'windows-center'],
  mac: ['mac-focus', 'mac-app', 'mac-sharing', 'mac-center'],
  linux: ['linux-focus', 'linux-app', 'linux-service'],
  android: ['android-focus', 'android-app', 'android-battery'],
};

const keys: Readonly<Record<SeenStepId, MessageKey>> = {
  'windows-focus': 'seenWindowsFocus',
  'windows-app': 'seenWindowsApp',
  'windows-center': 'seenWindowsCenter',
  'mac-focus': 'seenMacFocus',
  'mac-app': 'seenMacApp',
  'mac-sharing': 'seenMacSharing',
  'mac-center': 'seenMacCenter',
  'linux-focus': 'seenLinuxFocus',
  'linux-app': 'seenLinuxApp',
  'linux-service': 'seenLinuxService',
  'android-focus': 'seenAndroidFocus',
  'android-app': 'seenAndroidApp',
  'android-battery': 'seenAndroidBattery',
  'full-screen': 'seenFullScreen',
  'chromium-site': 'seenChromiumSite',
  'firefox-pause': 'seenFirefoxPause',
  'closes-itself': 'seenClosesItself',
};

/** The steps for a system and browser, in the order in which they help most often. `userAgent`: as the browser calls itself. */
export const seenSteps = (userAgent: string): readonly SeenStepId[] => {
  const system = systemOf(userAgent);
  // Browsers on Android have none of these pages and settings: the app's own notifications in the system are all there is.
  if (system === 'android') return bySystem.android;
  const isGecko = readUserAgent(userAgent).browser === 'Firefox';
  return [
    ...bySystem[system],
    'full-screen',
    ...(isGecko ? (['firefox-pause'] as const) : (['chromium-site', 'closes-itself'] as const)),
  ];
};

/** What a step asks for, with the browser's name in it. */
export const seenStepText = (id: SeenStepId, userAgent: string): Phrase =>
  /-app$/.test(id) ? phrase(keys[id], browserOf(userAgent)) : phrase(keys[id]);

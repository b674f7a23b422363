/** Arguments with which Chromium is as visitors have it, and needs no screen; wherever it is started. */
export const chromiumArgs: readonly string[] = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1400,900',
];

/** Switches that drivers give to Chromium and visitors do not: visitors have a back/forward cache, and pushes. */
export const unwantedSwitches: readonly string[] = [
  'disable-back-forward-cache',
  'disable-background-networking',
];

/** A new profile may have what a later Firefox has kept: see firefox-cache.ts. */
export const firefoxArgs: readonly string[] = ['--width=1400', '--height=900', '-allow-downgrade'];

/**
 * Drivers switch the connection to the push service off. And a document that comes out of the back/forward cache has lost the world of the command's scripts
 * (WebDriver BiDi's sandboxes): without the cache it is a new one.
 */
export const firefoxPrefs = {
  'dom.push.connection.enabled': true,
  'browser.sessionhistory.max_total_viewers': 0,
} as const;

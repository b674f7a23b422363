/** What a browser is told of a double, by names: switches of Chromium … */
export const doubleSwitches: ReadonlySet<string> = new Set([
  '--gcm-checkin-url',
  '--gcm-registration-url',
  '--gcm-mcs-endpoint',
  '--ignore-certificate-errors-spki-list',
  '--host-resolver-rules',
]);

/** … and preferences of Firefox. */
export const doublePrefs: ReadonlySet<string> = new Set([
  'dom.push.enabled',
  'dom.push.connection.enabled',
  'dom.push.serverURL',
  'dom.push.testing.allowInsecureServerURL',
  'dom.push.userAgentID',
  'dom.push.maxQuotaPerSubscription',
  'alerts.useSystemBackend',
]);

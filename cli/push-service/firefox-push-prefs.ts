import type { MozillaPushDouble } from './push-service';

/** Preferences with which Firefox gets its pushes from the double. For puppeteer's `extraPrefsFirefox`. */
export function firefoxPushPrefs(
  push: MozillaPushDouble,
): Record<string, string | number | boolean> {
  return {
    'dom.push.enabled': true,
    'dom.push.connection.enabled': true,
    'dom.push.serverURL': push.socketUrl,
    // Without it Firefox accepts wss: only.
    'dom.push.testing.allowInsecureServerURL': true,
    'dom.push.userAgentID': '',
    // A subscription whose pushes show nothing expires when its quota (16) is spent; tests send many.
    'dom.push.maxQuotaPerSubscription': 10_000,
    // 1: allowed without asking.
    'permissions.default.desktop-notification': 1,
    // Without a desktop (headless) the system's notifications fail, and `showNotification` with them.
    'alerts.useSystemBackend': false,
  };
}

/** What can keep a notification from being seen though the browser has shown it, by the place where it is looked for. */
export const seenStepIds = [
  'windows-focus',
  'windows-app',
  'windows-center',
  'mac-focus',
  'mac-app',
  'mac-sharing',
  'mac-center',
  'linux-focus',
  'linux-app',
  'linux-service',
  'android-focus',
  'android-app',
  'android-battery',
  'full-screen',
  'chromium-site',
  'firefox-pause',
  'closes-itself',
] as const;
export type SeenStepId = (typeof seenStepIds)[number];

/** Whether the tester saw a notification that was shown by all that can be seen, and what was tried where not. */
export interface Seen {
  isSeen: boolean;
  tried: readonly SeenStepId[];
}

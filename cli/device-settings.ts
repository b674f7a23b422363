import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CouldNotCheck } from './could-not-check';
import type { Driver } from './driver';
import type { BrowserName } from './find-browser';
import type { Viewport } from './read-viewport';

/** What pages can be shown on, beside the machine itself. */
export const devices = ['phone'] as const;
export type Device = (typeof devices)[number];

/** A phone's screen, CSS pixels, as that of many Android phones. */
const screen: Viewport = { width: 412, height: 915 };
const pixelRatio = 2.625;
const touchPoints = 5;

/** What a browser is started with. */
export interface DeviceSettings {
  args: readonly string[];
  prefs: Readonly<Record<string, string | number | boolean>>;
}

const versionOf = async (executable: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(executable, ['--version']).catch(() => ({
    stdout: '',
  }));
  const [, major] = /\s(\d+)\.\d/.exec(stdout) ?? [];
  if (major === undefined)
    throw new CouldNotCheck(`--device: ${executable} does not tell its version`);
  return major;
};

/** What a browser is started with to be one on a phone: its name, to pages and workers, and in Firefox touch as well. */
export const deviceSettings = async (
  device: Device | undefined,
  name: BrowserName,
  executable: string,
): Promise<DeviceSettings> => {
  if (device === undefined) return { args: [], prefs: {} };
  const version = await versionOf(executable);
  if (name === 'chromium') {
    const agent = `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`;
    return { args: [`--user-agent=${agent}`, '--use-mobile-user-agent'], prefs: {} };
  }
  return {
    args: [],
    prefs: {
      'general.useragent.override': `Mozilla/5.0 (Android 14; Mobile; rv:${version}.0) Gecko/${version}.0 Firefox/${version}.0`,
      'dom.w3c_touch_events.enabled': 1,
      'dom.w3c_touch_events.legacy_apis.enabled': true,
      'dom.maxtouchpoints.testing.value': touchPoints,
      // Coarse, and without hovering.
      'ui.primaryPointerCapabilities': 1,
      'ui.allPointerCapabilities': 1,
    },
  };
};

/** Makes a tab one of a phone, before it goes anywhere. `viewport`: its size, where that is said. */
export const makePhone = async (
  { name, send }: Pick<Driver, 'name' | 'send'>,
  context: string,
  viewport: Viewport = screen,
): Promise<void> => {
  const contexts = [context];
  await send('emulation.setScreenSettingsOverride', { contexts, screenArea: viewport });
  if (name === 'firefox') {
    await send('browsingContext.setViewport', { context, viewport, devicePixelRatio: pixelRatio });
    return;
  }
  await send('emulation.setTouchOverride', { contexts, maxTouchPoints: touchPoints });
  const clientHints = { mobile: true, platform: 'Android' };
  await send('userAgentClientHints.setClientHintsOverride', { contexts, clientHints });
  const { session } = await send<{ session: string }>('goog:cdp.getSession', { context });
  const params = { ...viewport, deviceScaleFactor: pixelRatio, mobile: true };
  const method = 'Emulation.setDeviceMetricsOverride';
  await send('goog:cdp.sendCommand', { method, params, session });
};

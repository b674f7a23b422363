import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceSettings } from '../../cli/device-settings';

let folder: string;
const browserThatSays = (said: string): string => {
  const file = path.join(folder, said.replace(/\W/g, '-'));
  writeFileSync(file, `#!/bin/sh\necho "${said}"\n`);
  chmodSync(file, 0o755);
  return file;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-device-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a phone has the name of the browser that is there, in its version', async () => {
  const chromium = browserThatSays('Chromium 156.0.7100.2 built on Debian');
  const { args } = await deviceSettings('phone', 'chromium', chromium);
  expect(args.join()).toMatch(/--user-agent=.*Android.* Chrome\/156\.0\.0\.0 Mobile /);
  const firefox = browserThatSays('Mozilla Firefox 153.0.1');
  const { prefs } = await deviceSettings('phone', 'firefox', firefox);
  expect(prefs['general.useragent.override']).toMatch(/Android.*Mobile.*Firefox\/153\.0$/);
});

test('without a device nothing is set, and a browser that does not tell its version is none', async () => {
  expect(await deviceSettings(undefined, 'chromium', '/nowhere')).toEqual({ args: [], prefs: {} });
  const mute = browserThatSays('hello');
  await expect(deviceSettings('phone', 'chromium', mute)).rejects.toThrow('--device');
  await expect(deviceSettings('phone', 'chromium', '/nowhere')).rejects.toThrow('--device');
});

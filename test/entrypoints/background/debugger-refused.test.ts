import { expect, test } from 'vitest';
import { holdTarget } from '../../../entrypoints/background/hold-target';
import { createFakeDebugger } from '../../support/fake-debugger';

const refusing = (message: string) => ({
  ...createFakeDebugger(),
  async attach() {
    throw new Error(message);
  },
});

// Source: Chromium's debugger_api.cc, permissions_data.cc and manifest_constants.h.
test.each([
  ['Cannot attach to this target.', 'DebuggerRefused'],
  ['Cannot access a chrome-extension:// URL of different extension', 'DebuggerRefused'],
  ['Cannot access a chrome:// URL', 'DebuggerRefused'],
  ['Cannot access contents of url "https://shop.example/".', 'DebuggerRefused'],
  ['The extensions gallery cannot be scripted.', 'DebuggerRefused'],
  ['This page cannot be scripted due to an ExtensionsSettings policy.', 'DebuggerRefused'],
  // Chrome 155 and newer.
  ['Host access is restricted by policy.', 'DebuggerByPolicy'],
  ['Screenshot capture is restricted by policy.', 'DebuggerByPolicy'],
])('“%s” is told in our words', async (message, name) => {
  await expect(holdTarget(refusing(message), { tabId: 7 })).rejects.toMatchObject({ name });
});

test('what another debugger holds is told as that, and what is not known as it is', async () => {
  const api = createFakeDebugger();
  api.elsewhere.add(7);
  await expect(holdTarget(api, { tabId: 7 })).rejects.toMatchObject({ name: 'DebuggerElsewhere' });
  const unknown = refusing('No tab with given id 7.');
  await expect(holdTarget(unknown, { tabId: 7 })).rejects.toThrow('No tab with given id 7.');
});

import { beforeEach, expect, test, vi } from 'vitest';
import { servePorts } from '../../../lib/messaging/serve-ports';
import { portName, readPortName } from '../../../lib/protocol/port-name';
import fakeBrowser from '../../support/fake-browser';
import { createFakePortPair } from '../../support/fake-port';

const { id } = fakeBrowser.runtime;
const panel = { id, url: fakeBrowser.runtime.getURL('/panel.html') };
const address = { tab: 7, frame: 3 };
const takers = { panel: vi.fn(), live: vi.fn() };

beforeEach(() => {
  takers.panel.mockReset();
  takers.live.mockReset();
  servePorts(fakeBrowser.runtime as never, takers);
});

/** Whether the background has closed it. */
const open = async (name: string, sender: object): Promise<boolean> => {
  const { near, far } = createFakePortPair(name, sender);
  let isClosed = false;
  near.onDisconnect.addListener(() => {
    isClosed = true;
  });
  fakeBrowser.runtime.onConnect.fire(far);
  await new Promise((resolve) => setImmediate(resolve));
  return isClosed;
};

test.each(['panel', 'live'] as const)('a port of an own page is taken: %s', async (kind) => {
  expect(await open(portName({ kind, address }), panel)).toBe(false);
  expect(takers[kind]).toHaveBeenCalledExactlyOnceWith(expect.anything(), address);
});

test.each([
  ['a content script', { id, url: 'https://shop.example/', tab: { id: 7 }, frameId: 0 }],
  ['another extension', { ...panel, id: 'another' }],
  ['nobody', {}],
])('a port of %s is closed', async (_who, sender) => {
  for (const kind of ['panel', 'live'] as const)
    expect(await open(portName({ kind, address }), sender)).toBe(true);
  expect(takers.panel).not.toHaveBeenCalled();
  expect(takers.live).not.toHaveBeenCalled();
});

test.each(['', 'panel:7', 'panel:7:', 'panel:-7:0', 'constructor:7:0', 'panel:7:0:1', 'bridge'])(
  'a port of no purpose is closed: %s',
  async (name) => {
    expect(readPortName(name)).toBeUndefined();
    expect(await open(name, panel)).toBe(true);
  },
);
